package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import dev.writ.core.model.ToolCall;
import dev.writ.core.reference.CommandResult;
import dev.writ.core.reference.RefusedToolCallException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallTest {
  private final List<DecisionEvent> told = new ArrayList<>();
  private final PolicyEngine engine = Bank.engine().listener(told::add).build();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void toolCall_thatFits_isTheRequestWithTheActionsNames() throws Exception {
    Request request =
        engine.toolCall(
            Bank.call(
                "send",
                "{\"id\": \"main\", \"recipient\": \"bo\", \"amount\": 5.5, \"memo\": null,"
                    + " \"dry-run\": {}}"));

    assertThat(request.action()).isEqualTo("transfer");
    assertThat(request.principal()).isEqualTo(Bank.ANN);
    assertThat(request.resource()).isEqualTo(Bank.MAIN);
    assertThat(request.args())
        .isEqualTo(Map.of("recipient", Json.of("bo"), "sum", new Json.Num("5.5")));
  }

  @Test
  void toolCall_withAllThatIsKnownOfIt_passesItOn() throws Exception {
    EntityId bot = EntityId.of("Agent", "bot");
    Entity extra = Entity.of("User", "new");
    Request request =
        engine.toolCall(
            ToolCall.of(
                    null, "send_main", Json.object().put("recipient", "x").put("amount", 1).build())
                .by(bot)
                .onBehalfOf(Bank.ANN)
                .fact("ip", "127.0.0.1")
                .session("s")
                .inline(extra)
                .intent(Json.of("pay"))
                .idempotencyKey("k")
                .source("recipient", Source.USER)
                .source("amount", Source.TOOL)
                .source("dry-run", Source.TOOL));

    assertThat(request.principal()).isEqualTo(bot);
    assertThat(request.chain()).containsExactly(Bank.ANN);
    assertThat(request.facts()).isEqualTo(Map.of("ip", Json.of("127.0.0.1")));
    assertThat(request.session()).isEqualTo("s");
    assertThat(request.inline()).containsExactly(extra);
    assertThat(request.intent()).isEqualTo(Json.of("pay"));
    assertThat(request.idempotencyKey()).isEqualTo("k");
    assertThat(request.sources()).isEqualTo(Map.of("recipient", Source.USER, "sum", Source.TOOL));
  }

  @Test
  void toolCall_ofZippedArrays_makesRecordsOfThemOneByOne() throws Exception {
    Request request =
        engine.toolCall(
            Bank.call(
                "swap",
                "{\"order\": 12, \"old_ids\": [\"a\", \"b\"], \"new_ids\": [\"c\", \"d\"]}"));

    assertThat(request.resource()).isEqualTo(EntityId.of("Account", "12"));
    assertThat(request.args())
        .isEqualTo(
            Map.of(
                "swaps",
                Json.array(
                    List.of(
                        Json.object().put("new-id", "c").put("old", "a").build(),
                        Json.object().put("new-id", "d").put("old", "b").build()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        // the tool
        "pay       | {}                        | tool | no binding says what tool `pay` of `shop`"
            + " asks for",
        "Send      | {}                        | tool | no binding says what tool `Send` of `shop`"
            + " asks for",
        // the arguments as a whole
        "send_main | []                        | arguments | an object is needed, found an array",
        "send_main | null                      | arguments | an object is needed, found null",
        "send_main | {                         | arguments | not JSON: line 1, column 2: the text"
            + " ends before the value does",
        "send_main | {} {}                     | arguments | not JSON: line 1, column 4: something"
            + " follows the value",
        "send_main | {\"amount\":1,\"amount\":2} | arguments | not JSON: line 1, column 13: the"
            + " name `amount` stands twice in one object",
        "send_main | {\"amount\":\"\\ud800\"}    | arguments | not JSON: line 1, column 11: a"
            + " string holds half a surrogate pair",
        "send_main | {\"amount\":NaN}           | arguments | not JSON: line 1, column 14: `NaN` is"
            + " not JSON",
        // arguments that are not listed
        "send_main | {\"id\":1}                 | arguments.id | the tool's binding lists no such"
            + " argument",
        "send_main | {\"id\":null}              | arguments.id | the tool's binding lists no such"
            + " argument",
        "send_main | {\"sum\":1}                | arguments.sum | the tool's binding lists no such"
            + " argument",
        "send_main | {\"a b\":1}                | arguments[`a b`] | the tool's binding lists no"
            + " such argument",
        // the resource
        "send      | {}                        | arguments.id | missing: it tells what the call"
            + " acts on",
        "send      | {\"id\":null}              | arguments.id | missing: it tells what the call"
            + " acts on",
        "send      | {\"id\":\"\"}               | arguments.id | an entity id is not empty",
        "send      | {\"id\":true}              | arguments.id | an id is a string or an integer,"
            + " found a boolean",
        "send      | {\"id\":[\"main\"]}         | arguments.id | an id is a string or an integer,"
            + " found an array",
        "send      | {\"id\":{\"type\":\"Account\"}} | arguments.id | an id is a string or an"
            + " integer, found an object",
        "send      | {\"id\":1.0}               | arguments.id | an id is a string or an integer,"
            + " found `1.0`",
        "send      | {\"id\":1e2}               | arguments.id | an id is a string or an integer,"
            + " found `1e2`",
        "send      | {\"id\":-0}                | arguments.id | an id is a string or an integer,"
            + " found `-0`",
        "send_mine | {}                        | session | missing: it tells what the call acts on",
        // what is placed
        "send_main | {\"amount\":1}             | arguments.recipient | missing",
        "send_main | {\"amount\":1,\"recipient\":null} | arguments.recipient | missing",
        "swap      | {\"order\":1}              | arguments.new_ids | missing",
        "swap      | {\"order\":1,\"new_ids\":5} | arguments.new_ids | an array is needed, found a"
            + " number",
        "swap      | {\"order\":1,\"new_ids\":[]} | arguments.old_ids | missing",
        "swap      | {\"order\":1,\"new_ids\":[\"a\"],\"old_ids\":[]} | arguments.old_ids | as many"
            + " elements as in `new_ids` are needed, 1, found 0",
        "swap      | {\"order\":1,\"new_ids\":[1,2,3,4],\"old_ids\":[1,2,3,4]} | arguments.new_ids"
            + " | at most 3 elements are allowed, found 4",
      })
  void call_thatFitsNoBinding_isInvalid(
      String tool, String arguments, String place, String problem) {
    ToolCall call = Bank.call(tool, arguments);

    assertThatExceptionOfType(RefusedToolCallException.class)
        .isThrownBy(() -> engine.toolCall(call))
        .satisfies(
            e -> {
              assertThat(e.reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
              assertThat(e.place()).isEqualTo(place);
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e).hasMessage(place + ": " + problem);
            });
    for (Decision decision : List.of(engine.decide(call), engine.authorize(call))) {
      assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
      assertThat(decision.verdict().place()).isEqualTo(place);
      assertThat(decision.verdict().message()).isEqualTo(problem);
      assertThat(decision.agentMessage()).isEqualTo("fix the request: `" + place + "`: " + problem);
      assertThat(decision.remedies()).isEmpty();
    }
  }

  /** Texts near one that is taken: answered, and permitted only where it is a request. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "send | {\"id\": \"main\", \"recipient\": \"bo\", \"amount\": 5.5, \"memo\": null,"
            + " \"dry-run\": {}}",
        "swap | {\"order\": 12, \"old_ids\": [\"a\", \"b\"], \"new_ids\": [\"c\", \"d\"], \"cc\":"
            + " []}"
      })
  void call_ofAnyText_isAnswered(String near) {
    String tool = near.substring(0, 4);
    String text = near.substring(7);
    Random random = new Random(42);
    int permitted = 0;
    int invalid = 0;
    for (int i = 0; i < 3_000; i++) {
      StringBuilder changed = new StringBuilder(text);
      for (int change = 0; change <= i % 3; change++) {
        int at = random.nextInt(changed.length());
        int other = random.nextInt(text.length());
        String piece = text.substring(other, Math.min(text.length(), other + random.nextInt(9)));
        changed.replace(at, Math.min(changed.length(), at + random.nextInt(5)), piece);
      }
      ToolCall call =
          Bank.call(tool, changed.toString())
              .source("old_ids", Source.USER)
              .sources("new_ids", List.of(Source.USER, Source.TOOL));
      ReasonCode reason =
          engine
              .decide(tool.equals("swap") ? call : Bank.call(tool, changed.toString()))
              .verdict()
              .reason();
      permitted += reason == ReasonCode.PERMITTED ? 1 : 0;
      invalid += reason == ReasonCode.INVALID_REQUEST ? 1 : 0;
    }
    assertThat(permitted + invalid).isEqualTo(3_000);
    assertThat(permitted).isGreaterThan(40);
    assertThat(invalid).isGreaterThan(1_000);
    assertThat(engine.statistics().faults()).isZero();
  }

  /** A caller may hand over JSON that no text holds. */
  @Test
  void call_ofJsonWithHalfASurrogatePair_isInvalid() {
    String half = "\ud800";
    Json name = Json.object().put(half, 1).build();
    Json id = Json.object().put("id", half).put("recipient", "x").put("amount", 1).build();
    Json value = Json.object().put("recipient", half).put("amount", 1).build();

    assertThat(place(ToolCall.of(half, half, name).by(Bank.ANN))).isEqualTo("tool");
    assertThat(place(ToolCall.of(half, "send_main", name).by(Bank.ANN)))
        .isEqualTo("arguments[`\\u{d800}`]");
    assertThat(place(ToolCall.of(half, "send", id).by(Bank.ANN))).isEqualTo("arguments.id");
    assertThat(place(ToolCall.of(half, "send_main", value).by(Bank.ANN)))
        .isEqualTo("arguments.recipient");
  }

  @Test
  void call_nestedTooDeep_isInvalid() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    Decision decision = engine.decide(Bank.call("send_main", "{\"dry-run\": " + deep + "}"));

    assertThat(decision.verdict().place()).isEqualTo("arguments");
    assertThat(decision.verdict().message())
        .endsWith("arrays and objects are nested deeper than 64");
  }

  @Test
  void call_ofTwoLongArrays_isRefusedBeforeTheyArePutTogether() {
    String many = "[" + "1,".repeat(500_000) + "1]";

    Decision decision =
        engine.decide(
            Bank.call("swap", "{\"order\":1,\"new_ids\":" + many + ",\"old_ids\":" + many + "}"));

    assertThat(decision.verdict().message())
        .isEqualTo("at most 3 elements are allowed, found 500001");
  }

  /** What the action refuses is told in the names of the tool. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "send_main | {\"recipient\":1,\"amount\":1} | arguments.recipient",
        "send_main | {\"recipient\":\"x\",\"amount\":1.23456} | arguments.amount",
        "send_main | {\"recipient\":\"x\",\"amount\":1e99} | arguments.amount",
        "send_main | {\"recipient\":\"x\",\"amount\":1,\"memo\":{}} | arguments.memo",
        "swap | {\"order\":1,\"new_ids\":[],\"old_ids\":[]} | arguments.new_ids",
        "swap | {\"order\":1,\"new_ids\":[1],\"old_ids\":[\"x\"]} | arguments.new_ids[0]",
        "swap | {\"order\":1,\"new_ids\":[\"x\",\"y\"],\"old_ids\":[\"x\",null]} |"
            + " arguments.old_ids[1]",
        "swap | {\"order\":1,\"new_ids\":[\"x\",\"x\"],\"old_ids\":[\"y\",\"y\"]} |"
            + " arguments.new_ids[1]",
        "swap | {\"order\":1,\"new_ids\":[\"x\"],\"old_ids\":[\"x\"],\"cc\":[\"a\",5]} |"
            + " arguments.cc[1]",
      })
  void call_whoseValueDoesNotFit_isInvalidAtTheToolsArgument(
      String tool, String arguments, String place) {
    Decision decision = engine.decide(Bank.call(tool, arguments));

    assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
    assertThat(decision.verdict().place()).isEqualTo(place);
  }

  @Test
  void call_whoseIdIsTooLong_isInvalidAtTheToolsArgument() {
    String id = "x".repeat(70_000);

    Decision decision =
        engine.decide(
            Bank.call("send", "{\"id\":\"" + id + "\",\"recipient\":\"x\",\"amount\":1}"));

    assertThat(decision.verdict().place()).isEqualTo("arguments.id");
    assertThat(decision.verdict().message()).isEqualTo("the string is longer than 65536 bytes");
  }

  @ParameterizedTest
  @CsvSource({"shop, true", "market, true", "bank, false", ", false"})
  void tool_boundForServers_isOfTheseAlone(String server, boolean bound) {
    String arguments = "{\"order\":1,\"new_ids\":[\"x\"],\"old_ids\":[\"x\"]}";

    Decision decision = engine.decide(ToolCall.of(server, "swap", arguments).by(Bank.ANN));

    assertThat(decision.permitted()).isEqualTo(bound);
    assertThat(decision.verdict().place()).isEqualTo(bound ? null : "tool");
  }

  @Test
  void tool_boundForAnyServer_isOfEachAndOfNone() {
    String arguments = "{\"recipient\":\"x\",\"amount\":1}";

    assertThat(engine.decide(ToolCall.of("a", "send_main", arguments).by(Bank.ANN)).permitted())
        .isTrue();
    assertThat(engine.decide(ToolCall.of(null, "send_main", arguments).by(Bank.ANN)).permitted())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha256:9f", "SHA256:9F"})
  void tool_pinnedToAnotherDigest_hasChanged(String digest) {
    ToolCall call = Bank.call("pinned", "{\"recipient\":\"x\",\"amount\":1}").toolDigest(digest);

    Decision decision = engine.authorize(call);

    assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.TOOL_CHANGED);
    assertThat(decision.verdict().place()).isEqualTo("digest");
    assertThat(decision.agentMessage())
        .isEqualTo("fix the request: the tool is not the one that was reviewed");
  }

  @Test
  void tool_pinned_needsItsDigest() {
    ToolCall call = Bank.call("pinned", "{\"recipient\":\"x\",\"amount\":1}");

    assertThat(engine.decide(call.toolDigest(Bank.DIGEST)).permitted()).isTrue();
    assertThat(engine.decide(call).verdict().reason()).isEqualTo(ReasonCode.TOOL_CHANGED);
    assertThat(engine.decide(call).verdict().message())
        .isEqualTo("the tool is pinned, and its digest was not told");
    assertThat(engine.decide(Bank.call("pinned", "{}")).verdict().reason())
        .isEqualTo(ReasonCode.INVALID_REQUEST);
  }

  @Test
  void tool_notPinned_takesAnyDigest() {
    ToolCall call = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");

    assertThat(engine.decide(call.toolDigest("nonsense")).permitted()).isTrue();
  }

  @Test
  void resource_ofTheSession_isThatOfItsField() throws Exception {
    start("s", Map.of("account", Json.of("main")));
    start("empty", Map.of());
    ToolCall call = Bank.call("send_mine", "{\"recipient\":\"x\",\"amount\":1}");

    assertThat(engine.toolCall(call.session("s")).resource()).isEqualTo(Bank.MAIN);
    assertThat(engine.decide(call.session("s")).permitted()).isTrue();
    assertThat(engine.decide(call.session("empty")).verdict().place()).isEqualTo("session.account");
    assertThat(engine.decide(call.session("x")).verdict().message())
        .isEqualTo("there is no such session");
  }

  @Test
  void resource_ofTheSessionOfAnother_isInvalid() {
    EntityId bo = EntityId.of("User", "bo");
    engine.updateEntities(Entities.of(Entity.of(Bank.ANN), Entity.of(bo)));
    engine
        .commands()
        .startSession(new SessionStart("s", bo, null, Map.of("account", Json.of("main"))));

    Decision decision =
        engine.decide(Bank.call("send_mine", "{\"recipient\":\"x\",\"amount\":1}").session("s"));

    assertThat(decision.verdict().reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
    assertThat(decision.verdict().message()).isEqualTo("it is the session of another origin");
  }

  private void start(String id, Map<String, Json> values) {
    assertThat(engine.commands().startSession(new SessionStart(id, Bank.ANN, null, values)))
        .isInstanceOf(CommandResult.Done.class);
  }

  @Test
  void sources_ofZippedArguments_areTheWorstElementByElement() throws Exception {
    ToolCall call =
        Bank.call("swap", "{\"order\":1,\"new_ids\":[\"a\",\"b\"],\"old_ids\":[\"c\",\"d\"]}");

    assertThat(
            engine
                .toolCall(
                    call.sources("new_ids", List.of(Source.USER, Source.TOOL))
                        .source("old_ids", Source.CONSTANT))
                .elementSources())
        .isEqualTo(Map.of("swaps", List.of(Source.USER, Source.TOOL)));
    assertThat(
            engine
                .toolCall(
                    call.sources("new_ids", List.of(Source.USER, Source.TOOL))
                        .sources("old_ids", List.of(Source.UNKNOWN, Source.USER)))
                .elementSources())
        .isEqualTo(Map.of("swaps", List.of(Source.UNKNOWN, Source.TOOL)));
    assertThat(
            engine
                .toolCall(call.sources("new_ids", List.of(Source.USER, Source.USER)))
                .elementSources())
        .isEqualTo(Map.of("swaps", List.of(Source.UNKNOWN, Source.UNKNOWN)));
    assertThat(
            engine
                .toolCall(call.source("new_ids", Source.USER).source("old_ids", Source.TOOL))
                .sources())
        .isEqualTo(Map.of("swaps", Source.TOOL));
    assertThat(engine.toolCall(call.source("new_ids", Source.USER)).sources())
        .isEqualTo(Map.of("swaps", Source.UNKNOWN));
    assertThat(engine.toolCall(call.source("order", Source.USER)).sources())
        .isEqualTo(Map.of("swaps", Source.UNKNOWN));
  }

  @Test
  void sources_thatDoNotFit_areInvalid() {
    ToolCall call =
        Bank.call("swap", "{\"order\":1,\"new_ids\":[\"a\"],\"old_ids\":[\"c\"],\"cc\":[\"x\"]}");

    assertThat(place(call.source("swaps", Source.USER))).isEqualTo("sources.swaps");
    assertThat(place(call.sources("x", List.of()))).isEqualTo("sources.x");
    assertThat(place(call.sources("old_ids", List.of()))).isEqualTo("sources.old_ids");
    assertThat(place(call.sources("cc", List.of(Source.USER, Source.USER))))
        .isEqualTo("sources.cc");
    assertThat(place(call.sources("cc", List.of(Source.USER)))).isNull();
  }

  private @Nullable String place(ToolCall call) {
    return engine.decide(call).verdict().place();
  }

  @Test
  void listeners_areToldTheCallAndTheRequestThatItIs() {
    ToolCall good = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");
    ToolCall bad = Bank.call("send_main", "{}");
    engine.decide(good);
    engine.authorize(bad);

    assertThat(told).extracting(DecisionEvent::toolCall).containsExactly(good, bad);
    assertThat(told).extracting(DecisionEvent::authorized).containsExactly(false, true);
    assertThat(told.get(0).request()).isNotNull();
    assertThat(told.get(1).request()).isNull();
    assertThat(engine.statistics().decisions()).isEqualTo(2);
    assertThat(engine.statistics().permits()).isEqualTo(1);
  }

  @Test
  void authorize_ofACall_hasItsObligationsCarriedOut() {
    List<Request> handled = new ArrayList<>();
    try (PolicyEngine handling =
        PolicyEngine.builder(
                Bank.set().obligation("log").permit("p", "transfer", Expr.yes(), "log").build())
            .entities(Bank.entities())
            .obligationHandler("log", (obligation, request, decision) -> handled.add(request))
            .build()) {
      ToolCall call = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");

      assertThat(handling.decide(call).permitted()).isFalse();
      assertThat(handling.decide(call).wouldPermit()).isTrue();
      assertThat(handling.authorize(call).permitted()).isTrue();
      assertThat(handling.authorize(Bank.call("send_main", "{}")).permitted()).isFalse();
    }
    assertThat(handled).extracting(Request::action).containsExactly("transfer");
  }

  @Test
  void call_afterAReload_isHeldAgainstTheNewBindings() {
    ToolCall call = Bank.call("send_main", "{\"recipient\":\"x\",\"amount\":1}");
    assertThat(engine.decide(call).permitted()).isTrue();

    engine.reload(Bank.set().build());

    assertThat(engine.decide(call).verdict().reason()).isEqualTo(ReasonCode.NO_PERMIT);

    engine.reload(Fakes.set().build());

    assertThat(engine.decide(call).verdict().place()).isEqualTo("tool");
  }

  @Test
  @SuppressWarnings("NullAway")
  void null_andClosed_throw() {
    assertThatThrownBy(() -> engine.decide((ToolCall) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> engine.authorize((ToolCall) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> engine.toolCall(null)).isInstanceOf(NullPointerException.class);
    engine.close();
    ToolCall call = Bank.call("send_main", "{}");
    assertThatThrownBy(() -> engine.decide(call)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> engine.authorize(call)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> engine.toolCall(call)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void binding_otherInAnyPart_isAnotherPolicySet() {
    ToolBinding one = binding("t", null, new ToolBinding.Fixed(Bank.MAIN), List.of(), null);
    List<ToolBinding> others =
        List.of(
            binding("other", null, one.resource(), List.of(), null),
            binding("t", "server", one.resource(), List.of(), null),
            binding("t", null, new ToolBinding.FromArgument("Account", "id"), List.of(), null),
            binding("t", null, new ToolBinding.FromSession("account"), List.of(), null),
            binding("t", null, one.resource(), List.of("ignored"), null),
            binding("t", null, one.resource(), List.of(), Bank.DIGEST));
    Set<String> hashes = new HashSet<>();
    hashes.add(PolicySetHash.of(Bank.set().tool(one).build()));
    others.forEach(each -> hashes.add(PolicySetHash.of(Bank.set().tool(each).build())));
    assertThat(hashes).hasSize(others.size() + 1);
  }

  private static ToolBinding binding(
      String tool,
      @Nullable String server,
      ToolBinding.Resource resource,
      List<String> ignored,
      @Nullable String digest) {
    return new ToolBinding(
        "",
        tool,
        server,
        "transfer",
        resource,
        List.of(
            new ToolBinding.Placed("recipient", false, "recipient"),
            new ToolBinding.Placed("amount", false, "sum")),
        new TreeSet<>(ignored),
        digest,
        List.of());
  }
}
