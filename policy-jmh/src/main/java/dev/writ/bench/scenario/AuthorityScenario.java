package dev.writ.bench.scenario;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Claim;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Subject;
import dev.writ.core.authority.Vote;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * S5: the rules of S1 with what people grant at run time: a grant lets its holder edit one
 * document, an approval by two reviewers lets a large edit through, and a session that has seen
 * confidential documents may not edit public ones.
 */
final class AuthorityScenario {
  private static final String MORE =
      """
      entity Team;
      grant temporary_edit {
        permits edit by User on Doc when args.environment != prod;
        requested by User;
        binds resource;
        lasts at most 8h;
      }
      approval second_look for edit by User on Doc {
        2 of User in Team::"reviewers";
        decide within 4h;
        valid for 2h;
        uses at most 5;
      }
      permit "looked at" edit by User on Doc
        when args.amount >= 1000 and approved second_look;
      label seen_confidential after edit on Doc when resource.level == confidential;
      forbid "from confidential to public" edit by User on Doc
        when resource.level == public and session labelled seen_confidential;
      """;

  private static final String POLICIES =
      AbacScenario.POLICIES.replace("human entity User {", "human entity User in Team {") + MORE;
  private static final long HOUR = 3_600_000;

  /** Where a request is made, and whether confidential documents were seen there. */
  record Session(String id, boolean sawConfidential) {}

  record Question(AbacScenario.Edit edit, Session session) {}

  record Grant(String doc, long from, long until) {}

  /** An approval: when it was filled, or 0, and how many of its uses are spent. */
  record Approval(long completed, int used) {}

  private final Draw draw = new Draw(8);
  private final AbacScenario.Data data = new AbacScenario.Data(1);
  private final List<Question> questions = new ArrayList<>();
  private final Map<String, List<Grant>> grants = new HashMap<>();
  private final Map<AbacScenario.Edit, Approval> approvals = new HashMap<>();

  private AuthorityScenario(int count) {
    for (AbacScenario.Edit edit : data.edits) {
      Session session = new Session("session_" + questions.size(), draw.chance(0.3));
      questions.add(new Question(edit, session));
    }
    for (int i = 0; i < count; i++) {
      AbacScenario.User holder = draw.of(data.users);
      String doc =
          draw.chance(0.2)
              ? draw.of(questions).edit.doc().id()
              : "doc_" + draw.below(data.docs.size());
      grants
          .computeIfAbsent(holder.id(), user -> new ArrayList<>())
          .add(new Grant(doc, Scenario.NOW - HOUR, Scenario.NOW + HOUR));
    }
    for (Question question : questions) {
      if (question.edit.amount() >= 1_000 && draw.chance(0.5)) {
        boolean complete = draw.chance(0.6);
        approvals.put(question.edit, new Approval(complete ? Scenario.NOW - HOUR / 2 : 0, 0));
      }
    }
  }

  static Scenario make(String name, int grants) {
    AuthorityScenario data = new AuthorityScenario(grants);
    Policies policies = Policies.of(POLICIES);
    Entities entities = Entities.of(data.entities());
    List<Request> requests = data.questions.stream().map(AuthorityScenario::request).toList();
    return new Scenario(
        name,
        "the rules of s1 with %d grants, %d approvals, sessions with labels"
            .formatted(grants, data.approvals.size()),
        policies,
        entities,
        data.authority(policies.compile(), entities, requests),
        Scenario.NOW,
        requests,
        data.floor(),
        Dialects.NONE);
  }

  private Decider floor() {
    Map<String, Map<String, Grant>> byHolder = new HashMap<>();
    grants.forEach(
        (holder, held) -> {
          Map<String, Grant> byDoc = new HashMap<>();
          held.forEach(grant -> byDoc.put(grant.doc, grant));
          byHolder.put(holder, byDoc);
        });
    Question[] ready = questions.toArray(Question[]::new);
    return number -> permits(byHolder, approvals, ready[number]);
  }

  /** The policy, by hand. */
  private static boolean permits(
      Map<String, Map<String, Grant>> byHolder,
      Map<AbacScenario.Edit, Approval> approvals,
      Question question) {
    AbacScenario.Edit edit = question.edit;
    if (AbacScenario.forbids(edit)
        || (question.session.sawConfidential && edit.doc().level() == AbacScenario.Level.PUBLIC)) {
      return false;
    }
    if (AbacScenario.permitted(edit)) {
      return true;
    }
    if (edit.environment() != AbacScenario.Environment.PROD) {
      Map<String, Grant> held = byHolder.get(edit.user().id());
      Grant grant = held == null ? null : held.get(edit.doc().id());
      if (grant != null && grant.from <= Scenario.NOW && Scenario.NOW < grant.until) {
        return true;
      }
    }
    if (edit.amount() < 1_000) {
      return false;
    }
    Approval approval = approvals.get(edit);
    return approval != null
        && approval.completed > 0
        && Scenario.NOW < approval.completed + 2 * HOUR
        && approval.used < 5;
  }

  private static Request request(Question question) {
    return AbacScenario.request(question.edit).session(question.session.id);
  }

  private List<Entity> entities() {
    List<Entity> entities = new ArrayList<>(data.entities());
    entities.add(Entity.of("Team", "reviewers"));
    for (int i = 0; i < 2; i++) {
      entities.add(
          Entity.of("User", "reviewer_" + i)
              .with("department", "review")
              .with("level", "public")
              .with("role", "staff")
              .with("oncall", false)
              .in(EntityId.of("Team", "reviewers")));
    }
    return entities;
  }

  private AuthoritySnapshot authority(
      PolicySet policies, Entities entities, List<Request> requests) {
    AuthoritySnapshot.Builder state = AuthoritySnapshot.builder().at(1, Scenario.NOW - HOUR / 4);
    grants.forEach(
        (holder, held) -> {
          for (int i = 0; i < held.size(); i++) {
            state.put(grant(holder, i, held.get(i)));
          }
        });
    EntityStore store = EntityStore.bind(policies.schema(), entities);
    Set<String> opened = new HashSet<>();
    for (int i = 0; i < requests.size(); i++) {
      Question question = questions.get(i);
      state.put(session(question));
      Approval approval = approvals.get(question.edit);
      BoundRequest bound = bound(policies, store, requests.get(i));
      String digest = Subject.ofRequest("second_look", bound, Set.of());
      if (approval != null && opened.add(digest)) {
        state.put(approval("approval_" + i, digest, bound, approval));
      }
    }
    return state.build();
  }

  private static GrantRecord grant(String holder, int number, Grant grant) {
    EntityId user = EntityId.of("User", holder);
    Map<String, Value> bound = Map.of("resource", EntityId.of("Doc", grant.doc));
    return new GrantRecord(
        "grant_" + holder + "_" + number,
        "temporary_edit",
        user,
        user,
        user,
        "edit",
        new TreeMap<>(bound),
        grant.from,
        grant.until,
        grant.from,
        GrantRecord.Status.ACTIVE,
        0,
        0,
        List.of(),
        List.of(),
        false,
        null);
  }

  private static SessionRecord session(Question question) {
    Set<String> labels = question.session.sawConfidential ? Set.of("seen_confidential") : Set.of();
    return new SessionRecord(
        question.session.id,
        AbacScenario.id(question.edit.user()),
        null,
        RecordValue.EMPTY,
        new TreeSet<>(labels),
        Scenario.NOW - HOUR);
  }

  private static ApprovalRecord approval(
      String id, String digest, BoundRequest request, Approval approval) {
    List<Vote> votes = new ArrayList<>();
    for (int i = 0; i < (approval.completed > 0 ? 2 : 1); i++) {
      votes.add(
          new Vote(
              EntityId.of("User", "reviewer_" + i),
              true,
              Scenario.NOW - HOUR / 2,
              null,
              digest,
              new TreeSet<>(),
              null));
    }
    return new ApprovalRecord(
        id,
        "second_look",
        digest,
        request.principal(),
        Claim.of(request),
        null,
        Scenario.NOW - HOUR,
        votes,
        null,
        approval.used);
  }

  private static BoundRequest bound(PolicySet policies, EntityStore store, Request request) {
    try {
      return RequestBinding.bind(policies.schema(), store, request, DataLimits.DEFAULT);
    } catch (InvalidRequestException e) {
      throw new IllegalStateException("a request of the scenario does not fit", e);
    }
  }
}
