package dev.writ.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestBindingTest {

  private static final EntityId BOT = EntityId.of("ops.Agent", "bot");
  private static final EntityId HELPER = EntityId.of("ops.Agent", "helper");
  private static final EntityId ANN = EntityId.of("ops.User", "ann");
  private static final EntityId LEDGER = EntityId.of("ops.Service", "ledger");

  private static final EntityStore STORE =
      EntityStore.bind(
          TestSchema.SCHEMA,
          Entities.of(
              Entity.of("User", "ann"),
              Entity.of("User", "broken").with("oncall", "yes"),
              Entity.of("Agent", "bot").with("owner", "ann"),
              Entity.of("Agent", "helper").with("owner", "ann"),
              Entity.of("Team", "sre"),
              Entity.of("Service", "ledger").with("team", "sre")));

  private static Request deploy() {
    return Request.of(EntityId.of("Agent", "bot"), "deploy", EntityId.of("Service", "ledger"))
        .onBehalfOf(EntityId.of("User", "ann"))
        .arg("environment", "production");
  }

  private static BoundRequest bind(Request request) throws InvalidRequestException {
    return RequestBinding.bind(TestSchema.SCHEMA, STORE, request, DataLimits.DEFAULT);
  }

  private static String refusal(Request request) {
    InvalidRequestException refused =
        catchThrowableOfType(InvalidRequestException.class, () -> bind(request));
    return refused == null ? "accepted" : refused.getMessage();
  }

  @Test
  void bind_fittingRequest_resolvesNamesAndTypes() throws Exception {
    BoundRequest bound =
        bind(
            deploy()
                .onBehalfOf(HELPER, ANN)
                .arg("count", 3)
                .arg("to", List.of("b", "a"))
                .arg("owner", EntityId.of("User", "ann"))
                .fact("digest", "sha256:1f")
                .session("s1"));
    assertThat(bound.action()).isEqualTo(TestSchema.DEPLOY);
    assertThat(bound.principal()).isEqualTo(BOT);
    assertThat(bound.resource()).isEqualTo(LEDGER);
    assertThat(bound.chain()).containsExactly(HELPER, ANN);
    assertThat(bound.members()).containsExactly(BOT, HELPER, ANN);
    assertThat(bound.origin()).isEqualTo(ANN);
    assertThat(bound.delegatorOf(0)).isEqualTo(HELPER);
    assertThat(bound.delegatorOf(1)).isEqualTo(ANN);
    assertThat(bound.delegatorOf(2)).isNull();
    assertThat(bound.args().fields())
        .isEqualTo(
            Map.of(
                "environment",
                new EnumValue(TestSchema.ENVIRONMENT, 2),
                "count",
                new IntValue(3),
                "to",
                SetValue.of(List.of(new StringValue("a"), new StringValue("b"))),
                "owner",
                ANN));
    assertThat(bound.facts().fields()).isEqualTo(Map.of("digest", new StringValue("sha256:1f")));
    assertThat(bound.session()).isEqualTo("s1");
    assertThat(bound.entities()).isSameAs(STORE);
  }

  @Test
  void bind_withoutChain_originIsThePrincipal() throws Exception {
    BoundRequest bound = bind(deploy().onBehalfOf());
    assertThat(bound.origin()).isEqualTo(BOT);
    assertThat(bound.delegatorOf(0)).isNull();
  }

  @Test
  void bind_unknownResource_isTaken() throws Exception {
    Request request =
        Request.of(BOT, "ops.deploy", EntityId.of("Service", "nowhere")).arg("environment", "dev");
    assertThat(bind(request).entities().isKnown(EntityId.of("ops.Service", "nowhere"))).isFalse();
  }

  static List<Arguments> refused() {
    EntityId[] nine =
        IntStream.range(0, 9).mapToObj(i -> EntityId.of("User", "u" + i)).toArray(EntityId[]::new);
    return List.of(
        refused("action: no action `fly` is declared", r -> of(BOT, "fly", LEDGER)),
        refused("action: no action `` is declared", r -> of(BOT, "", LEDGER)),
        refused(
            "action: `read` means several: write one of `docs.read`, `ops.read`",
            r -> of(BOT, "read", LEDGER)),
        refused(
            "principal: no entity type `Robot` is declared",
            r -> of(EntityId.of("Robot", "r"), "deploy", LEDGER)),
        refused(
            "principal: action `ops.deploy` has no principal of type `ops.Service`, only of"
                + " `ops.Agent`, `ops.User`",
            r -> of(LEDGER, "deploy", LEDGER)),
        refused(
            "principal: entity `ops.User::\"zoe\"` is not known",
            r -> of(EntityId.of("User", "zoe"), "deploy", LEDGER)),
        refused(
            "principal: entity `ops.User::\"broken\"` breaks the schema",
            r -> of(EntityId.of("User", "broken"), "deploy", LEDGER)),
        refused(
            "resource: action `ops.deploy` has no resource of type `ops.User`, only of"
                + " `ops.Service`",
            r -> of(BOT, "deploy", ANN)),
        refused(
            "resource: `Page` means several: write one of `docs.Page`, `ops.Page`",
            r -> of(BOT, "deploy", EntityId.of("Page", "p"))),
        refused(
            "resource: the string is longer than 65536 bytes",
            r -> of(BOT, "deploy", EntityId.of("Service", "x".repeat(65_537)))),
        refused("chain: at most 8 members are allowed, found 9", r -> r.onBehalfOf(nine)),
        refused(
            "chain[0]: `ops.Agent::\"bot\"` stands twice among principal and chain",
            r -> r.onBehalfOf(EntityId.of("Agent", "bot"))),
        refused(
            "chain[2]: `ops.Agent::\"helper\"` stands twice among principal and chain",
            r -> r.onBehalfOf(HELPER, ANN, HELPER)),
        refused(
            "chain[1]: action `ops.deploy` has no principal of type `ops.Team`, only of"
                + " `ops.Agent`, `ops.User`",
            r -> r.onBehalfOf(HELPER, EntityId.of("Team", "sre"))),
        refused(
            "chain[0]: entity `ops.User::\"zoe\"` is not known",
            r -> r.onBehalfOf(EntityId.of("User", "zoe"))),
        refused(
            "args.environment: missing: a value of ops.Environment is needed",
            r -> Request.of(BOT, "deploy", LEDGER)),
        refused(
            "args.environment: `prod` is not one of `dev`, `staging`, `production`",
            r -> r.arg("environment", "prod")),
        refused(
            "args.tickt: not declared: the fields are `environment`, `ticket`, `count`, `to`,"
                + " `addresses`, `owner`, `token`, `extra`",
            r -> r.arg("tickt", "OPS-1")),
        refused(
            "args.count: `1.5` is not an Int: write digits alone, from -2^63 to 2^63 - 1",
            r -> r.arg("count", new BigDecimal("1.5"))),
        refused(
            "args.ticket: the string is longer than 65536 bytes",
            r -> r.arg("ticket", "x".repeat(65_537))),
        refused(
            "args.ticket: the string holds half a surrogate pair", r -> r.arg("ticket", "\uD800")),
        refused(
            "args.to: at most 50 elements are allowed, found 51",
            r -> r.arg("to", IntStream.range(0, 51).mapToObj(Integer::toString).toList())),
        refused(
            "args.to[1]: a set has no duplicates: leave this one out",
            r -> r.arg("to", List.of("a", "a"))),
        refused(
            "args.addresses[1]: a set has no duplicates: leave this one out",
            r -> r.arg("addresses", List.of("10.0.0.1", "::ffff:10.0.0.1"))),
        refused("args.token: not a value of Url within its limits", r -> r.arg("token", "hunter2")),
        refused(
            "facts.environment: not declared: the fields are `digest`",
            r -> r.fact("environment", "dev")),
        refused(
            "facts.digest: a value of String is needed, found a number", r -> r.fact("digest", 7)),
        refused(
            "sources.who: no such argument is declared: its source cannot be told",
            r -> r.source("who", Source.USER)),
        refused(
            "sources.who: no such argument is declared: its source cannot be told",
            r -> r.elementSources("who", List.of(Source.USER))),
        refused(
            "sources.to: the set has 2 elements, but the sources of 1 are told",
            r -> r.arg("to", List.of("a", "b")).elementSources("to", List.of(Source.USER))),
        refused(
            "sources.environment: the argument is no set: tell its source as a whole",
            r -> r.elementSources("environment", List.of(Source.USER))),
        refused("session: the id of a session is not empty", r -> r.session("")),
        refused("session: the string holds half a surrogate pair", r -> r.session("\uD800")),
        refused(
            "idempotencyKey: the string is longer than 65536 bytes",
            r -> r.idempotencyKey("x".repeat(65_537))),
        refused(
            "intent: arrays and objects are nested deeper than 64", r -> r.intent(nested(70_000))),
        refused(
            "args.extra: arrays and objects are nested deeper than 64",
            r -> r.arg("extra", nested(70_000))),
        refused(
            "entities[0].uid.type: a request may not bring `ops.User`: it is not declared inline",
            r -> r.inline(Entity.of("User", "zoe"))));
  }

  private static Json nested(int depth) {
    Json json = Json.of(1);
    for (int i = 0; i < depth; i++) {
      json = Json.array(List.of(json));
    }
    return json;
  }

  private static Arguments refused(String message, UnaryOperator<Request> change) {
    return Arguments.of(message, change);
  }

  private static Request of(EntityId principal, String action, EntityId resource) {
    return Request.of(principal, action, resource).arg("environment", "dev");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void bind_requestThatDoesNotFit_namesThePart(String message, UnaryOperator<Request> change) {
    assertThat(refusal(deploy())).isEqualTo("accepted");
    assertThat(refusal(change.apply(deploy()))).isEqualTo(message);
  }

  @Test
  void bind_eightMembers_areTaken() throws Exception {
    List<Entity> users = new ArrayList<>();
    users.add(Entity.of("User", "principal"));
    IntStream.range(0, 8).forEach(i -> users.add(Entity.of("User", "u" + i)));
    EntityStore store = EntityStore.bind(TestSchema.SCHEMA, Entities.of(users));
    Request request =
        of(EntityId.of("User", "principal"), "deploy", LEDGER)
            .onBehalfOf(users.stream().skip(1).map(Entity::uid).toList());
    BoundRequest bound = RequestBinding.bind(TestSchema.SCHEMA, store, request, DataLimits.DEFAULT);
    assertThat(bound.members()).hasSize(9);
  }

  @Test
  void bind_inlineResource_isKnownToThisRequest() throws Exception {
    EntityId note = EntityId.of("ops.Note", "n");
    Request request =
        Request.of(BOT, "ops.read", note).inline(Entity.of("Note", "n").with("text", "x"));
    assertThat(bind(request).entities().isKnown(note)).isTrue();
    assertThat(STORE.isKnown(note)).isFalse();
  }

  @Test
  void sourceOf_notTold_isUnknown() throws Exception {
    BoundRequest bound = bind(deploy().arg("to", List.of("a")));
    assertThat(bound.sourceOf("environment")).isEqualTo(Source.UNKNOWN);
    assertThat(bound.sourceOf("to")).isEqualTo(Source.UNKNOWN);
    assertThat(bound.sourceOf("to", new StringValue("a"))).isEqualTo(Source.UNKNOWN);
  }

  @Test
  void sourceOf_set_isItsWorstElements() throws Exception {
    BoundRequest bound =
        bind(
            deploy()
                .arg("to", List.of("b", "a", "c"))
                .elementSources("to", List.of(Source.TOOL, Source.CONSTANT, Source.USER)));
    assertThat(bound.sourceOf("to")).isEqualTo(Source.TOOL);
    assertThat(bound.sourceOf("to", new StringValue("b"))).isEqualTo(Source.TOOL);
    assertThat(bound.sourceOf("to", new StringValue("a"))).isEqualTo(Source.CONSTANT);
    assertThat(bound.sourceOf("to", new StringValue("c"))).isEqualTo(Source.USER);
    assertThat(bound.sourceOf("to", new StringValue("d"))).isEqualTo(Source.UNKNOWN);
  }

  @Test
  void sourceOf_toldAsAWhole_isThatOfEachElement() throws Exception {
    BoundRequest bound =
        bind(
            deploy()
                .arg("to", List.of("a"))
                .source("to", Source.USER)
                .source("environment", Source.CONSTANT));
    assertThat(bound.sourceOf("to")).isEqualTo(Source.USER);
    assertThat(bound.sourceOf("to", new StringValue("a"))).isEqualTo(Source.USER);
    assertThat(bound.sourceOf("environment")).isEqualTo(Source.CONSTANT);
  }

  @Test
  void sourceOf_emptySet_isWhatWasToldOfTheWhole() throws Exception {
    Request empty = deploy().arg("to", List.of()).elementSources("to", List.of());
    assertThat(bind(empty).sourceOf("to")).isEqualTo(Source.UNKNOWN);
    assertThat(bind(empty.source("to", Source.USER)).sourceOf("to")).isEqualTo(Source.USER);
  }

  @Test
  void sources_ofAbsentArgument_areTaken() {
    assertThat(refusal(deploy().source("ticket", Source.USER))).isEqualTo("accepted");
    assertThat(refusal(deploy().elementSources("to", List.of(Source.USER)))).isEqualTo("accepted");
  }

  @Test
  void arg_javaValues_becomeJson() {
    Request request =
        deploy()
            .arg("i", 1)
            .arg("l", 9_007_199_254_740_993L)
            .arg("s", (short) 2)
            .arg("big", BigInteger.TEN.pow(30))
            .arg("d", new BigDecimal("1.50"))
            .arg("e", new BigDecimal("1E+3"))
            .arg("huge", new BigDecimal("1E+1000000000"))
            .arg("b", true)
            .arg("t", Instant.parse("2026-03-02T10:00:00.123999Z"))
            .arg("p", Duration.ofMinutes(90))
            .arg("v", new IntValue(5))
            .arg("j", Json.Null.INSTANCE)
            .arg("set", Set.of("x"))
            .arg("map", new HashMap<>(Collections.singletonMap("k", null)))
            .arg("id", ANN);
    assertThat(JsonWriter.canonical(new Json.Obj(request.args())))
        .isEqualTo(
            "{\"b\":true,\"big\":\"1E+30\",\"d\":\"1.5\",\"e\":1000,\"environment\":\"production\","
                + "\"huge\":\"1E+1000000000\",\"i\":1,\"id\":{\"id\":\"ann\",\"type\":\"ops.User\"},"
                + "\"j\":null,\"l\":\"9007199254740993\",\"map\":{\"k\":null},\"p\":\"90m\","
                + "\"s\":2,\"set\":[\"x\"],\"t\":\"2026-03-02T10:00:00.123Z\",\"v\":5}");
    assertThat(request.args().get("e")).isEqualTo(new Json.Num("1000"));
    assertThat(request.args().get("d")).isEqualTo(new Json.Num("1.50"));
  }

  @Test
  void arg_classThatIsNotTaken_throwsWithThePlace() {
    Request request = deploy();
    List<Object> loop = new ArrayList<>();
    loop.add(loop);
    assertThatThrownBy(() -> request.arg("x", 1.5f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "args.x: a value of java.lang.Float is not taken: pass a BigDecimal or a string, which"
                + " are exact");
    assertThatThrownBy(() -> request.fact("x", Arrays.asList("a", new Object())))
        .hasMessage(
            "facts.x[1]: a value of java.lang.Object is not taken: pass a string, a number, an"
                + " EntityId, a collection or a Value");
    assertThatThrownBy(() -> request.arg("x", Map.of(1, 2)))
        .hasMessage("args.x: the keys of a map are strings");
    assertThatThrownBy(() -> request.arg("x", loop)).hasMessageEndingWith("nested deeper than 64");
  }

  @Test
  void request_changed_leavesTheFirstAsItWas() {
    Request request = deploy();
    Request changed =
        request
            .arg("ticket", "OPS-1")
            .fact("digest", "d")
            .session("s")
            .intent(Json.of("why"))
            .idempotencyKey("k");
    assertThat(request.args()).containsOnlyKeys("environment");
    assertThat(request.session()).isNull();
    assertThat(changed.args()).containsOnlyKeys("environment", "ticket");
    assertThat(changed.intent()).isEqualTo(Json.of("why"));
    assertThat(changed.idempotencyKey()).isEqualTo("k");
    assertThat(changed).hasToString("Agent::\"bot\" deploy Service::\"ledger\"");
  }
}
