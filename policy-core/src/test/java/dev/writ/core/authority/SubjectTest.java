package dev.writ.core.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.Json;
import dev.writ.core.model.OpaqueValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.TestSchema;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubjectTest {

  private static final ActionDef DEPLOY = TestSchema.DEPLOY;

  private static String digest(Claim claim, String... ignores) {
    return Subject.ofRequest("ops.review", DEPLOY, claim, Set.of(ignores));
  }

  private static Claim with(
      List<EntityId> members,
      EntityId resource,
      Map<String, Value> args,
      Map<String, Value> facts) {
    return new Claim(members, DEPLOY.name(), resource, RecordValue.of(args), RecordValue.of(facts));
  }

  private static Claim withArg(String name, Value value) {
    Claim claim = States.claim();
    SortedMap<String, Value> args = new TreeMap<>(claim.args().fields());
    args.put(name, value);
    return with(claim.members(), claim.resource(), args, claim.facts().fields());
  }

  @Test
  void ofRequest_fixedRequest_hasAFixedDigest() {
    assertThat(digest(States.claim()))
        .isEqualTo("sha256:a66b2715df65ac76765b9cc25950878127db94e87ae32c58260f8053c22cfd5d");
  }

  @Test
  void ofRequest_anyPartChanged_isAnotherSubject() {
    Claim claim = States.claim();
    EntityId ann = States.ANN;
    Map<String, Value> args = claim.args().fields();
    Map<String, Value> facts = claim.facts().fields();
    List<String> digests = new ArrayList<>();
    digests.add(digest(claim));
    digests.add(Subject.ofRequest("ops.other", DEPLOY, claim, Set.of()));
    digests.add(digest(with(List.of(States.BOT), claim.resource(), args, facts)));
    digests.add(digest(with(List.of(States.BOT, States.BO), claim.resource(), args, facts)));
    digests.add(digest(with(List.of(States.BOT, States.BO, ann), claim.resource(), args, facts)));
    digests.add(digest(with(List.of(ann, States.BOT), claim.resource(), args, facts)));
    digests.add(digest(with(claim.members(), EntityId.of("ops.Service", "x"), args, facts)));
    digests.add(digest(withArg("environment", new EnumValue(TestSchema.ENVIRONMENT, 0))));
    digests.add(digest(withArg("ticket", new StringValue("OPS-2"))));
    digests.add(digest(withArg("extra", new OpaqueValue(Json.of(1)))));
    digests.add(digest(withArg("extra", new OpaqueValue(Json.of("1")))));
    digests.add(digest(withArg("extra", new OpaqueValue(new Json.Num("1.5")))));
    digests.add(digest(withArg("extra", new OpaqueValue(Json.of("1.5")))));
    digests.add(digest(with(claim.members(), claim.resource(), args, Map.of())));
    digests.add(digest(claim, "args.ticket"));
    digests.add(digest(claim, "facts.digest"));
    assertThat(new HashSet<>(digests)).hasSameSizeAs(digests);
  }

  @Test
  void ofRequest_ignoredPartChanged_isTheSameSubject() {
    String digest = digest(States.claim(), "args.ticket", "facts.digest");
    Claim other = withArg("ticket", new StringValue("OPS-2"));
    assertThat(digest(other, "args.ticket", "facts.digest")).isEqualTo(digest);
    Claim none =
        with(
            other.members(),
            other.resource(),
            Map.of("environment", new EnumValue(TestSchema.ENVIRONMENT, 2)),
            Map.of());
    assertThat(digest(none, "args.ticket", "facts.digest")).isEqualTo(digest);
  }

  @Test
  void ofRequest_fieldDeclaredLater_isAnotherSubject() {
    List<Type.Field> fields = new ArrayList<>(DEPLOY.args().fields());
    fields.add(new Type.Field("later", Type.Scalar.STRING, true, false));
    ActionDef later =
        new ActionDef(
            DEPLOY.name(),
            DEPLOY.module(),
            DEPLOY.principalTypes(),
            DEPLOY.resourceTypes(),
            new Type.RecordType(fields),
            DEPLOY.facts());
    assertThat(Subject.ofRequest("ops.review", later, States.claim(), Set.of()))
        .isNotEqualTo(digest(States.claim()));
  }

  @Test
  void ofRequest_boundRequest_isThatOfItsClaim() {
    Claim claim = States.claim();
    BoundRequest request =
        new BoundRequest(
            DEPLOY,
            States.BOT,
            claim.resource(),
            List.of(States.ANN),
            claim.args(),
            claim.facts(),
            "session",
            Map.of(),
            Map.of(),
            EntityStore.bind(TestSchema.SCHEMA, Entities.NONE));
    assertThat(Claim.of(request)).isEqualTo(claim);
    assertThat(Subject.ofRequest("ops.review", request, Set.of())).isEqualTo(digest(claim));
  }

  @Test
  void ofRequest_claimOfAnotherAction_throws() {
    ActionDef other = TestSchema.SCHEMA.actions().values().iterator().next();
    assertThatThrownBy(() -> Subject.ofRequest("a", other, States.claim(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a claim of `ops.deploy` is none of `docs.read`");
  }

  @Test
  void ofGrant_activatedUsedAndReviewed_isTheSameSubject() {
    assertThat(Subject.ofGrant("ops.review", States.active()))
        .isEqualTo(Subject.ofGrant("ops.review", States.grant()))
        .isEqualTo("sha256:6dacdca4501f4e2918ed1236911c2753304437368efe821e75e062c0206076a1");
  }

  @Test
  void ofGrant_anyPartAskedForChanged_isAnotherSubject() {
    GrantRecord g = States.grant();
    SortedMap<String, Value> less = new TreeMap<>(g.bound());
    less.remove("args.environment");
    long until = g.untilMillis();
    List<String> digests =
        List.of(
            Subject.ofGrant("ops.review", g),
            Subject.ofGrant("ops.other", g),
            of("ops.t", g.holder(), g.origin(), g.action(), g.bound(), g.fromMillis(), until, 1),
            of(g.template(), States.ANN, g.origin(), g.action(), g.bound(), States.TEN, until, 1),
            of(g.template(), g.holder(), States.BO, g.action(), g.bound(), States.TEN, until, 1),
            of(g.template(), g.holder(), g.origin(), "ops.read", g.bound(), States.TEN, until, 1),
            of(g.template(), g.holder(), g.origin(), null, new TreeMap<>(), States.TEN, until, 1),
            of(g.template(), g.holder(), g.origin(), g.action(), less, States.TEN, until, 1),
            of(g.template(), g.holder(), g.origin(), g.action(), g.bound(), 0, until, 1),
            of(
                g.template(),
                g.holder(),
                g.origin(),
                g.action(),
                g.bound(),
                States.TEN,
                until + 1,
                1),
            of(g.template(), g.holder(), g.origin(), g.action(), g.bound(), States.TEN, until, 2));
    assertThat(new HashSet<>(digests)).hasSameSizeAs(digests);
  }

  private static String of(
      String template,
      EntityId holder,
      EntityId origin,
      @Nullable String action,
      SortedMap<String, Value> bound,
      long from,
      long until,
      int uses) {
    GrantRecord grant =
        new GrantRecord(
            "g1",
            template,
            holder,
            States.ANN,
            origin,
            action,
            bound,
            from,
            until,
            null,
            GrantRecord.Status.PENDING,
            uses,
            0,
            List.of(),
            List.of(),
            false,
            null);
    return Subject.ofGrant("ops.review", grant);
  }
}
