package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.writ.core.decision.Decision;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.model.Json;
import dev.writ.core.model.Source;
import dev.writ.core.model.ToolCall;
import dev.writ.core.reference.RefusedToolCallException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are no request: which is told, and where it is wrong. */
class InvalidToolCallTest {
  private final PolicyEngine engine = Bank.engine().build();

  @AfterEach
  void close() {
    engine.close();
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

  private @Nullable String place(ToolCall call) {
    return engine.decide(call).verdict().place();
  }
}
