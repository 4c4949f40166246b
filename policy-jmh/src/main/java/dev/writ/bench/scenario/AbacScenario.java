package dev.writ.bench.scenario;

import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.List;

/** S1: 11 rules over attributes, 3 of them forbids, 12 attributes, one action. */
final class AbacScenario {
  static final String POLICIES =
      """
      enum Level { public < internal < confidential < restricted }
      enum Environment { dev, staging, prod }
      human entity User { department: String; level: Level; role: String; oncall: Bool; }
      entity Doc { owner: User; department: String; level: Level; frozen: Bool; }
      action edit by User on Doc
        with { amount: Int, environment: Environment }
        facts { mfa: Bool, risk: Int };

      permit "owner" edit by User on Doc
        when resource.owner == principal and args.amount <= 1000;
      permit "department" edit by User on Doc
        when principal.department == resource.department and principal.level >= resource.level;
      permit "on call" edit by User on Doc
        when principal.oncall and resource.level <= internal;
      permit "manager" edit by User on Doc
        when principal.role == "manager" and principal.department == resource.department;
      permit "auditor" edit by User on Doc
        when principal.role == "auditor" and args.environment != prod;
      permit "admin" edit by User on Doc
        when principal.role == "admin" and facts.mfa do log("full");
      permit "public" edit by User on Doc
        when resource.level == public and args.environment == dev;
      permit "small" edit by User on Doc
        when args.environment == dev and args.amount < 100;
      forbid "frozen" edit by User on Doc
        when resource.frozen unless principal.role == "admin";
      forbid "risk" edit by User on Doc
        when facts.risk >= 80;
      forbid "second factor" edit by User on Doc
        when args.environment == prod and not facts.mfa;
      """;

  private static final String CEDAR =
      """
      permit(principal, action == Action::"edit", resource)
        when { resource.owner == principal && context.amount <= 1000 };
      permit(principal, action == Action::"edit", resource)
        when { principal.department == resource.department && principal.level >= resource.level };
      permit(principal, action == Action::"edit", resource)
        when { principal.oncall && resource.level <= 1 };
      permit(principal, action == Action::"edit", resource)
        when { principal.role == "manager" && principal.department == resource.department };
      permit(principal, action == Action::"edit", resource)
        when { principal.role == "auditor" && context.environment != "prod" };
      permit(principal, action == Action::"edit", resource)
        when { principal.role == "admin" && context.mfa };
      permit(principal, action == Action::"edit", resource)
        when { resource.level == 0 && context.environment == "dev" };
      permit(principal, action == Action::"edit", resource)
        when { context.environment == "dev" && context.amount < 100 };
      forbid(principal, action == Action::"edit", resource)
        when { resource.frozen } unless { principal.role == "admin" };
      forbid(principal, action == Action::"edit", resource)
        when { context.risk >= 80 };
      forbid(principal, action == Action::"edit", resource)
        when { context.environment == "prod" && !context.mfa };
      """;

  private static final Dialects.Cel CEL =
      new Dialects.Cel(
          List.of(
              "resource.frozen && principal.role != 'admin'",
              "facts.risk >= 80",
              "args.environment == 'prod' && !facts.mfa"),
          List.of(
              "resource.owner == principal.id && args.amount <= 1000",
              "principal.department == resource.department && principal.level >= resource.level",
              "principal.oncall && resource.level <= 1",
              "principal.role == 'manager' && principal.department == resource.department",
              "principal.role == 'auditor' && args.environment != 'prod'",
              "principal.role == 'admin' && facts.mfa",
              "resource.level == 0 && args.environment == 'dev'",
              "args.environment == 'dev' && args.amount < 100"));

  private static final String CASBIN_MODEL =
      """
      [request_definition]
      r = sub, obj, args, facts

      [policy_definition]
      p = rule, eft

      [policy_effect]
      e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

      [matchers]
      m = eval(p.rule)
      """;

  private static final List<String> CASBIN =
      List.of(
          "p, r.obj.owner == r.sub.id && r.args.amount <= 1000, allow",
          "p, r.sub.department == r.obj.department && r.sub.level >= r.obj.level, allow",
          "p, r.sub.oncall && r.obj.level <= 1, allow",
          "p, r.sub.role == 'manager' && r.sub.department == r.obj.department, allow",
          "p, r.sub.role == 'auditor' && r.args.environment != 'prod', allow",
          "p, r.sub.role == 'admin' && r.facts.mfa, allow",
          "p, r.obj.level == 0 && r.args.environment == 'dev', allow",
          "p, r.args.environment == 'dev' && r.args.amount < 100, allow",
          "p, r.obj.frozen && r.sub.role != 'admin', deny",
          "p, r.facts.risk >= 80, deny",
          "p, r.args.environment == 'prod' && !r.facts.mfa, deny");

  /** Enumerators, so that the floor may compare what Writ compares. */
  enum Level {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED
  }

  enum Environment {
    DEV,
    STAGING,
    PROD
  }

  record User(String id, String department, Level level, String role, boolean oncall) {}

  record Doc(String id, User owner, String department, Level level, boolean frozen) {}

  record Edit(User user, Doc doc, long amount, Environment environment, boolean mfa, long risk) {}

  private AbacScenario() {}

  static Scenario make() {
    Data data = new Data(1);
    return Scenario.of(
        "s1",
        "11 rules over attributes, 3 forbids, 12 attributes",
        Policies.of(POLICIES),
        Entities.of(data.entities()),
        data.edits.stream().map(AbacScenario::request).toList(),
        floor(data.edits),
        new Dialects(
            CEDAR,
            CEL,
            new Dialects.Casbin(CASBIN_MODEL, CASBIN, List.of(), Dialects.Casbin.Request.MAPS)));
  }

  static Decider floor(List<Edit> edits) {
    Edit[] ready = edits.toArray(Edit[]::new);
    return number -> permits(ready[number]);
  }

  /** The policy, by hand. */
  static boolean permits(Edit edit) {
    return !forbids(edit) && permitted(edit);
  }

  /** Whether some forbid holds. */
  static boolean forbids(Edit edit) {
    return edit.risk >= 80
        || (edit.environment == Environment.PROD && !edit.mfa)
        || (edit.doc.frozen && !edit.user.role.equals("admin"));
  }

  /** Whether some permit holds. */
  static boolean permitted(Edit edit) {
    User user = edit.user;
    Doc doc = edit.doc;
    if (edit.environment == Environment.DEV && (edit.amount < 100 || doc.level == Level.PUBLIC)) {
      return true;
    }
    if (user.oncall && doc.level.compareTo(Level.INTERNAL) <= 0) {
      return true;
    }
    boolean byRole =
        switch (user.role) {
          case "admin" -> edit.mfa;
          case "auditor" -> edit.environment != Environment.PROD;
          case "manager" -> user.department.equals(doc.department);
          default -> false;
        };
    return byRole
        || (edit.amount <= 1000 && doc.owner.id.equals(user.id))
        || (user.level.compareTo(doc.level) >= 0 && user.department.equals(doc.department));
  }

  static Request request(Edit edit) {
    return Request.of(id(edit.user), "edit", id(edit.doc))
        .arg("amount", edit.amount)
        .arg("environment", Names.lower(edit.environment))
        .fact("mfa", edit.mfa)
        .fact("risk", edit.risk);
  }

  static EntityId id(User user) {
    return EntityId.of("User", user.id);
  }

  static EntityId id(Doc doc) {
    return EntityId.of("Doc", doc.id);
  }

  /** 1,000 users, 1,000 documents and what is asked of them. */
  static final class Data {
    private static final int EACH = 1_000;

    final List<User> users = new ArrayList<>();
    final List<Doc> docs = new ArrayList<>();
    final List<Edit> edits = new ArrayList<>();

    Data(long seed) {
      Draw draw = new Draw(seed);
      Zipf zipf = new Zipf(EACH);
      for (int i = 0; i < EACH; i++) {
        users.add(
            new User(
                "user_" + i,
                "department_" + draw.below(12),
                draw.of(Level.values()),
                draw.of("staff", "staff", "staff", "staff", "manager", "auditor", "admin"),
                draw.chance(0.1)));
      }
      for (int i = 0; i < EACH; i++) {
        User owner = draw.of(users);
        docs.add(
            new Doc(
                "doc_" + i,
                owner,
                draw.chance(0.7) ? owner.department : "department_" + draw.below(12),
                draw.of(Level.values()),
                draw.chance(0.1)));
      }
      for (int i = 0; i < Scenario.REQUESTS; i++) {
        Doc doc = draw.skewed(docs, zipf);
        User user = draw.chance(0.3) ? doc.owner : draw.skewed(users, zipf);
        edits.add(
            new Edit(
                user,
                doc,
                draw.below(2_000),
                draw.of(Environment.values()),
                draw.chance(0.8),
                draw.below(90)));
      }
    }

    List<Entity> entities() {
      List<Entity> entities = new ArrayList<>();
      for (User user : users) {
        entities.add(
            Entity.of(id(user))
                .with("department", user.department)
                .with("level", Names.lower(user.level))
                .with("role", user.role)
                .with("oncall", user.oncall));
      }
      for (Doc doc : docs) {
        entities.add(
            Entity.of(id(doc))
                .with("owner", id(doc.owner))
                .with("department", doc.department)
                .with("level", Names.lower(doc.level))
                .with("frozen", doc.frozen));
      }
      return entities;
    }
  }
}
