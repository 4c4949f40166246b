package dev.writ.bench.scenario;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * S2: one permit for each pair of a role and a document. A quarter of all pairs are permitted; a
 * user has up to three roles.
 */
final class RoleScenario {
  private static final String DECLARATIONS =
      """
      entity Role;
      human entity User in Role;
      entity Doc;
      action read by User on Doc;
      """;

  private static final SortedSet<Slot> READ =
      new TreeSet<>(Set.of(new Slot("read", "User", "Doc")));

  private static final String CASBIN_MODEL =
      """
      [request_definition]
      r = sub, obj, act

      [policy_definition]
      p = sub, obj, act

      [role_definition]
      g = _, _

      [policy_effect]
      e = some(where (p.eft == allow))

      [matchers]
      m = r.obj == p.obj && r.act == p.act && g(r.sub, p.sub)
      """;

  /** Beyond this no other system is asked: it would take hours. */
  private static final int MOST_FOR_OTHERS = 10_000;

  record Role(String id) {}

  record Doc(String id) {}

  record User(String id, List<Role> roles) {}

  record Read(User user, Doc doc) {}

  record Permit(Role role, Doc doc) {
    String text() {
      return "permit \"%s reads %s\" read by User in Role::\"%s\" on Doc::\"%s\";"
          .formatted(role.id, doc.id, role.id, doc.id);
    }

    Rule rule() {
      Expr role = new Expr.Const(EntityId.of("Role", this.role.id));
      Expr doc = new Expr.Const(EntityId.of("Doc", this.doc.id));
      Expr condition =
          new Expr.And(
              List.of(
                  new Expr.InEntities(new Expr.Var(Expr.Root.PRINCIPAL), List.of(role)),
                  new Expr.Compare(Expr.Comparison.EQ, new Expr.Var(Expr.Root.RESOURCE), doc)));
      return new Rule(
          "%s reads %s".formatted(this.role.id, this.doc.id),
          "",
          Rule.RuleEffect.PERMIT,
          false,
          List.of(new Case(READ, condition, List.of())),
          null,
          List.of());
    }

    String cedar() {
      return "permit(principal in Role::\"%s\", action == Action::\"read\", resource == Doc::\"%s\");"
          .formatted(role.id, doc.id);
    }

    String cel() {
      return "resource.id == 'Doc::%s' && 'Role::%s' in principal.ancestors && action == 'read'"
          .formatted(doc.id, role.id);
    }

    String casbin() {
      return "p, Role::%s, Doc::%s, read".formatted(role.id, doc.id);
    }
  }

  private final List<Role> roles = new ArrayList<>();
  private final List<Doc> docs = new ArrayList<>();
  private final List<User> users = new ArrayList<>();
  private final List<Permit> permits;
  private final List<Read> reads = new ArrayList<>();

  private RoleScenario(int rules) {
    Draw draw = new Draw(2);
    int each = (int) Math.ceil(2 * Math.sqrt(rules));
    for (int i = 0; i < each; i++) {
      roles.add(new Role("role_" + i));
      docs.add(new Doc("doc_" + i));
    }
    Set<Permit> pairs = new LinkedHashSet<>();
    while (pairs.size() < rules) {
      pairs.add(new Permit(draw.of(roles), draw.of(docs)));
    }
    permits = List.copyOf(pairs);
    Zipf byRole = new Zipf(each);
    for (int i = 0; i < Math.max(100, each); i++) {
      Set<Role> some = new LinkedHashSet<>();
      for (int count = 1 + draw.below(3); count > 0; count--) {
        some.add(draw.skewed(roles, byRole));
      }
      users.add(new User("user_" + i, List.copyOf(some)));
    }
    Zipf byUser = new Zipf(users.size());
    for (int i = 0; i < Scenario.REQUESTS; i++) {
      reads.add(new Read(draw.skewed(users, byUser), draw.skewed(docs, byRole)));
    }
  }

  static Scenario make(int rules) {
    RoleScenario data = new RoleScenario(rules);
    return Scenario.of(
        "s2-" + rules,
        rules + " permits, each for a role and a document",
        Policies.of(DECLARATIONS, data.permits.stream().map(Permit::text).toList())
            .builtBy(data::set),
        Entities.of(data.entities()),
        data.reads.stream().map(RoleScenario::request).toList(),
        data.floor(),
        rules > MOST_FOR_OTHERS ? Dialects.NONE : data.dialects());
  }

  /** What the text compiles to. */
  private PolicySet set() {
    PolicySet declared = Policies.of(DECLARATIONS).compile();
    return new PolicySet(
        declared.name(),
        declared.schema(),
        declared.modules(),
        permits.stream().map(Permit::rule).toList(),
        declared.scopes(),
        declared.approvals(),
        declared.grants(),
        declared.suspends(),
        declared.labels(),
        declared.limits(),
        declared.invariants(),
        declared.tools(),
        declared.zones());
  }

  /** By document the roles that may read it; a user's few roles are looked up one by one. */
  private Decider floor() {
    Map<String, Set<String>> readers = new HashMap<>();
    for (Permit permit : permits) {
      readers.computeIfAbsent(permit.doc.id, doc -> new HashSet<>()).add(permit.role.id);
    }
    Read[] ready = reads.toArray(Read[]::new);
    return number -> permits(readers, ready[number]);
  }

  private static boolean permits(Map<String, Set<String>> readers, Read read) {
    Set<String> roles = readers.get(read.doc.id);
    if (roles != null) {
      for (Role role : read.user.roles) {
        if (roles.contains(role.id)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Request request(Read read) {
    return Request.of(EntityId.of("User", read.user.id), "read", EntityId.of("Doc", read.doc.id));
  }

  private List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    roles.forEach(role -> entities.add(Entity.of("Role", role.id)));
    docs.forEach(doc -> entities.add(Entity.of("Doc", doc.id)));
    for (User user : users) {
      EntityId[] in =
          user.roles.stream().map(role -> EntityId.of("Role", role.id)).toArray(EntityId[]::new);
      entities.add(Entity.of("User", user.id).in(in));
    }
    return entities;
  }

  private Dialects dialects() {
    List<String> groupings = new ArrayList<>();
    users.forEach(
        user ->
            user.roles.forEach(
                role -> groupings.add("g, User::%s, Role::%s".formatted(user.id, role.id))));
    return new Dialects(
        String.join("\n", permits.stream().map(Permit::cedar).toList()),
        new Dialects.Cel(List.of(), permits.stream().map(Permit::cel).toList()),
        new Dialects.Casbin(
            CASBIN_MODEL,
            permits.stream().map(Permit::casbin).toList(),
            groupings,
            Dialects.Casbin.Request.NAMES));
  }
}
