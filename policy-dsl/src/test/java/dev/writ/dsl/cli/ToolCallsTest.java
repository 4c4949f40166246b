package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of tools on the command line. */
final class ToolCallsTest {
  private static final String POLICY =
      """
      human entity User;
      entity Account { owner: User; }
      type Swap = { old: String, new: String };
      action transfer by User on Account
        with { recipient: String, sum: Int, note?: String } facts { limit?: Int };
      action swap by User on Account with { swaps: Set<Swap> max 5 };
      permit "own money to people named by the user" transfer by User on Account
        when resource.owner == principal and source of args.recipient <= user;
      permit "what the user chose" swap by User on Account
        when every s in args.swaps: source of s <= user;
      tool "send_money" of "bank" asks transfer on Account(from)
        with { recipient, amount as sum, memo? as note } ignoring { urgent? };
      tool "swap" asks swap on Account::"a" with { zip(old, new) as swaps }
        pinned "sha256:9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f";
      """;
  private static final String ENTITIES =
      """
      [{"uid": {"type": "User", "id": "ann"}, "attrs": {}, "parents": []},
       {"uid": {"type": "Account", "id": "a"}, "attrs": {"owner": "ann"}, "parents": []}]
      """;
  private static final String SEND =
      "{\"server\":\"bank\",\"tool\":\"send_money\",\"arguments\":{\"from\":\"a\",\"recipient\":"
          + "\"bo\",\"amount\":5},\"principal\":{\"type\":\"User\",\"id\":\"ann\"},"
          + "\"sources\":{\"recipient\":\"user\",\"amount\":\"tool\"}}";
  private static final String SWAP =
      "{\"tool\":\"swap\",\"arguments\":{\"old\":[\"x\",\"y\"],\"new\":[\"p\",\"q\"]},\"digest\":"
          + "\"sha256:9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f\","
          + "\"principal\":{\"type\":\"User\",\"id\":\"ann\"},"
          + "\"sources\":{\"old\":[\"user\",\"user\"],\"new\":\"user\"}}";

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("p.writ"), POLICY);
    Files.writeString(folder.resolve("e.json"), ENTITIES);
  }

  private Run run(String command, String input, String... more) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--policies", folder.resolve("p.writ").toString()));
    args.addAll(List.of("--entities", folder.resolve("e.json").toString()));
    args.addAll(List.of(more));
    return Run.withInput(input, args.toArray(String[]::new));
  }

  private Run decide(String input, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.add("--tool-calls");
    return run("decide", input, args.toArray(String[]::new));
  }

  @Test
  void call_thatIsPermitted_isShownWithItsRequest() {
    Run run = decide(SEND);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            PERMIT  send_money of bank: transfer by User::"ann" on Account::"a"
              reason         permitted
              agent is told  permitted
              rules          own money to people named by the user
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void call_ofAChangedTool_isShownWithoutRequest() {
    Run run = decide(SWAP.replace("9f9f9f", "000000"));

    assertThat(run.out())
        .startsWith("DENY  swap by User::\"ann\"\n  reason         tool_changed at digest\n");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "send | permitted | ",
        "send, \"recipient\":\"user\" -> \"recipient\":\"tool\" | no_permit | ",
        "send, \"amount\":5 -> \"amount\":\"5\" | invalid_request | arguments.amount",
        "send, \"amount\":5 -> \"amount\":5.0 | invalid_request | arguments.amount",
        "send, \"amount\":5 -> \"amount\":5,\"urgent\":[1] | permitted | ",
        "send, \"amount\":5 -> \"amount\":5,\"memo\":null | permitted | ",
        "send, \"amount\":5 -> \"amount\":5,\"to\":1 | invalid_request | arguments.to",
        "send, \"from\":\"a\", -> | invalid_request | arguments.from",
        "send, \"server\":\"bank\", -> | invalid_request | tool",
        "send, \"bank\" -> \"evil\" | invalid_request | tool",
        "send, \"arguments\":{ -> \"facts\":{\"limit\":5},\"arguments\":{ | permitted | ",
        "send, \"arguments\":{ -> \"facts\":{\"x\":5},\"arguments\":{ | invalid_request | facts.x",
        "send, \"arguments\":{ -> \"session\":\"s\",\"arguments\":{ | invalid_request | session",
        "send, \"arguments\":{ -> \"chain\":[{\"type\":\"User\",\"id\":\"x\"}],\"arguments\":{ |"
            + " invalid_request | chain[0]",
        "send, \"amount\":\"tool\" -> \"amount\":[\"tool\"] | invalid_request | sources.amount",
        "swap | permitted | ",
        "swap, \"new\":\"user\" -> \"new\":[\"user\",\"tool\"] | no_permit | ",
        "swap, \"old\":[\"user\",\"user\"], -> | no_permit | ",
        "swap, [\"p\",\"q\"] -> [\"p\"] | invalid_request | arguments.old",
        "swap, \"y\" -> 7 | invalid_request | arguments.old[1]",
        "swap, \"digest\": -> \"chain\":[],\"digest\": | permitted | ",
      })
  void call_changed_isDecided(String change, String reason, String place) {
    Run run = decide(changed(change), "--json");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\"reason\":\"" + reason + "\"");
    assertThat(run.out()).contains("\"decision\":" + reason.equals("permitted"));
    if (place != null) {
      assertThat(run.out()).contains("\"place\":\"" + place + "\"");
    }
  }

  private static String changed(String change) {
    String line = change.startsWith("send") ? SEND : SWAP;
    int comma = change.indexOf(", ");
    if (comma < 0) {
      return line;
    }
    String[] edit = change.substring(comma + 2).split(" ->", 2);
    assertThat(line).contains(edit[0]);
    return line.replaceFirst(
        java.util.regex.Pattern.quote(edit[0]),
        java.util.regex.Matcher.quoteReplacement(edit[1].strip()));
  }

  @Test
  void callOfMcp_isTakenInPlaceOfToolAndArguments() {
    String message =
        "{\"server\":\"bank\",\"call\":{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"send_money\",\"arguments\":{\"from\":\"a\",\"recipient\":"
            + "\"bo\",\"amount\":5},\"_meta\":{}}},\"principal\":{\"type\":\"User\",\"id\":\"ann\"},"
            + "\"sources\":{\"recipient\":\"constant\"}}";

    assertThat(decide(message).out())
        .startsWith("PERMIT  send_money of bank: transfer by User::\"ann\" on Account::\"a\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{ | the text ends before the value does (column 2)",
        "[] | an object is needed, found an array",
        "{\"tool\":\"t\"} | principal: missing",
        "{\"tool\":\"t\",\"principal\":{\"type\":\"User\"}} | principal.id: missing",
        "{\"principal\":{\"type\":\"User\",\"id\":\"ann\"}} | tool: missing",
        "{\"tool\":\"t\",\"principal\":{\"type\":\"User\",\"id\":\"ann\"},\"args\":{}} | args: not"
            + " expected: the names are",
        "{\"tool\":\"t\",\"principal\":{\"type\":\"User\",\"id\":\"ann\"},\"sources\":{\"a\":\"me\"}}"
            + " | sources.a: `me` is no source: use constant, user, tool or unknown",
        "{\"call\":{\"method\":\"tools/list\"},\"principal\":{\"type\":\"User\",\"id\":\"ann\"}} |"
            + " call.method: `tools/call` is needed, found `tools/list`",
        "{\"call\":{\"method\":\"tools/call\",\"params\":{\"name\":\"t\"}},\"tool\":\"u\",\"principal\":{\"type\":\"User\",\"id\":\"ann\"}}"
            + " | tool: not expected: the names are",
        "{\"tool\":\"t\",\"arguments\":{\"a\":1,\"a\":2}} | the name `a` stands twice in one"
            + " object",
      })
  void line_thatIsNoCall_isAFaultOfItsLine(String line, String fault) {
    Run run = decide(SEND + "\n" + line + "\n");

    assertThat(run.err()).startsWith("error: line 2: " + fault);
    assertThat(run.out()).contains("1 request decided, 1 line could not be read");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(decide(line, "--json").out())
        .startsWith("{\"decision\":false,\"error\":{\"line\":1,");
  }

  @Test
  void calls_inAFile_areCounted() throws IOException {
    Path file = Files.writeString(folder.resolve("c.jsonl"), SEND + "\n" + SWAP + "\n");

    Run run = run("decide", "", "--tool-calls", file.toString());

    assertThat(run.out()).contains("PERMIT    permitted         2", "2 requests decided");
    assertThat(run.code()).isZero();
  }

  @Test
  void toolCalls_besideRequests_areAUsageError() {
    Run run = run("decide", "", "--tool-calls", "--request", "x.json");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("mutually exclusive");
  }

  @Test
  void explain_ofACall_showsTheRequestOrTheRefusal() {
    Run permitted = run("explain", SEND, "--tool-call");
    Run refused = run("explain", SEND.replace("\"bank\"", "\"evil\""), "--tool-call");

    assertThat(permitted.out()).contains("permit: permitted", "source of args.recipient");
    assertThat(permitted.code()).isZero();
    assertThat(refused.out())
        .contains(
            "deny: invalid_request at tool",
            "no binding says what tool `send_money` of `evil` asks for");
    assertThat(refused.code()).isEqualTo(ExitCode.FINDINGS);
  }
}
