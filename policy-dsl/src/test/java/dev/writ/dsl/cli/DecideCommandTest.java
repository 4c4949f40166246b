package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DecideCommandTest {
  static final String READ =
      "{\"subject\":{\"type\":\"User\",\"id\":\"ann\"},\"action\":{\"name\":\"read\"},"
          + "\"resource\":{\"type\":\"Service\",\"id\":\"ledger\"}}";
  private static final String STRANGER = READ.replace("ann", "bo");
  private static final String RESTART =
      "{\"subject\":{\"type\":\"Agent\",\"id\":\"bot\"},\"action\":{\"name\":\"restart\"},"
          + "\"resource\":{\"type\":\"Service\",\"id\":\"ledger\"}}";
  private static final String DEPLOY =
      """
      {
        "subject": {"type": "Agent", "id": "bot"},
        "action": {"name": "deploy", "properties": {"environment": "prod", "ticket": "OPS-1"}},
        "resource": {"type": "Service", "id": "ledger"},
        "context": {"digest": "sha256:1f"}
      }
      """;

  @TempDir private Path folder;

  private static Run decide(String input, String... more) {
    List<String> args = new ArrayList<>(List.of("decide", "--policies", Samples.policies()));
    args.addAll(List.of("--entities", Samples.file("entities.json")));
    args.addAll(List.of(more));
    return Run.withInput(input, args.toArray(String[]::new));
  }

  @Test
  void request_thatIsPermitted_isShownWithItsRule() {
    Run run = decide(READ);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            PERMIT  read by User::"ann" on Service::"ledger"
              reason         permitted
              agent is told  permitted
              rules          payments.agents/people run what their team owns
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void request_thatIsDenied_isShownWithItsRemedy() throws IOException {
    Path file = Files.writeString(folder.resolve("r.json"), DEPLOY);
    Run run = decide("", "--request", file.toString());
    assertThat(run.out())
        .isEqualTo(
            """
            DENY  deploy by Agent::"bot" on Service::"ledger"
              reason         no_permit at payments.agents.Agent::"bot"
              agent is told  not permitted as it stands: ask for grant `payments.agents.prod_deploy`
              remedies       grant payments.agents.prod_deploy
            """);
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(decide(DEPLOY, "--request", "-").out()).isEqualTo(run.out());
  }

  @Test
  void permit_thatWouldSpendAGrant_isNotPermittedUntilAuthorised() {
    Run run = decide(RESTART, "--authority", Samples.file("authority.json"));
    assertThat(run.out())
        .startsWith("PERMIT once authorised  restart by Agent::\"bot\"")
        .contains("valid until    2026-03-02T10:10:00Z", "obligations    alert(\"#security\")");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    Run later =
        decide(
            RESTART, "--authority", Samples.file("authority.json"), "--at", "2026-03-02T10:10:00Z");
    assertThat(later.out()).startsWith("DENY  restart");
  }

  @Test
  void request_onBehalfOfAPerson_hasItsChain() {
    String member = ",\"writ\":{\"onBehalfOf\":[{\"type\":\"User\",\"id\":\"ann\"}]}}";
    String restart = RESTART.substring(0, RESTART.length() - 1) + member;
    assertThat(decide(restart).out())
        .startsWith("PERMIT  restart by Agent::\"bot\" for User::\"ann\" on Service::\"ledger\"\n");
    assertThat(decide(RESTART).out()).startsWith("DENY");
  }

  @Test
  void requests_ofOneLineEach_areCountedByReasonAndRule() {
    Run run = decide(READ + "\n" + STRANGER + "\n\n" + READ + "\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            decision  reason     requests
            ────────  ─────────  ────────
            PERMIT    permitted         2
            DENY      no_permit         1

            determining rule                                 permits  denies
            ───────────────────────────────────────────────  ───────  ──────
            payments.agents/people run what their team owns        2       0

            3 requests decided
            """);
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void requests_thatAreAllPermitted_endWell() {
    assertThat(decide(READ + "\n" + READ).code()).isZero();
  }

  @Test
  void requests_asJson_areAnsweredOneALine() throws JsonException {
    Run run = decide(READ + "\n" + STRANGER + "\n", "--json");
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(JsonReader.read(lines.get(0))).isInstanceOf(Json.Obj.class);
    assertThat(lines.get(0))
        .contains("\"decision\":true", "\"rules\":[\"payments.agents/people run what their team");
    assertThat(lines.get(1)).contains("\"decision\":false", "\"reason\":\"no_permit\"");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void lines_thatAreNoRequests_areNumberedAndTheOthersDecided() {
    Run run = decide("{\n\n" + READ + "\n{}\n");
    assertThat(run.err())
        .isEqualTo(
            """
            error: line 1: the text ends before the value does (column 2)
            error: line 4: `subject` is missing
            """);
    assertThat(run.out())
        .contains("PERMIT    permitted         1")
        .endsWith("1 request decided, 2 lines could not be read\n");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void lines_thatAreNoRequests_areDenialsInJson() {
    Run run = decide("[]\n" + READ + "\n", "--json");
    assertThat(run.out())
        .startsWith(
            "{\"decision\":false,\"error\":{\"line\":1,\"message\":\"the call must be an object\"}}\n");
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void manyBadLines_areCountedAfterTheFirstOnes() {
    Run run = decide("x\n".repeat(25));
    assertThat(run.err().lines()).hasSize(21);
    assertThat(run.err()).endsWith("error: and 5 more such lines\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void longInput_onATerminal_isDecidedWithoutALineLeftBehind() {
    Run run =
        new Run.Setting()
            .errTerminal()
            .input((READ + "\n").repeat(3).getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .writ("decide", "--policies", Samples.policies(), "--entities", entities());
    assertThat(run.code()).isZero();
    assertThat(run.err().replaceAll("\r\u001b\\[K[^\r]*", "")).isEmpty();
  }

  private static String entities() {
    return Samples.file("entities.json");
  }

  @Test
  void input_withoutRequests_isAnInputError() {
    Run run = decide("\n\n");
    assertThat(run.err())
        .isEqualTo(
            "error: there is no request in standard input\nhelp: write one JSON object a line\n");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void files_thatCannotBeUsed_areNamed() throws IOException {
    Path broken = Files.writeString(folder.resolve("e.json"), "[{\"uid\": 3}]");
    assertInput(
        "error: `" + broken + ":1:2`: [0].uid: an object is needed, found a number",
        Run.withInput(
            READ, "decide", "--policies", Samples.policies(), "--entities", broken.toString()));
    assertInput(
        "error: `" + broken + "`: an object is needed, found an array",
        decide(READ, "--authority", broken.toString()));
    assertInput(
        "error: cannot read `" + folder + "/no.json`: no such file",
        decide(READ, "--request", folder + "/no.json"));
    assertInput(
        "error: `" + folder + "` is a folder, a file is needed",
        decide(READ, "--requests", folder.toString()));
    assertInput("error: standard input: `subject` is missing", decide("{}", "--request", "-"));
  }

  private static void assertInput(String error, Run run) {
    assertThat(run.err()).startsWith(error);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void entities_thatBreakTheSchema_areWarnedOf() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("e.json"),
            """
            [{"uid": {"type": "User", "id": "ann"}, "parents": [{"type": "Team", "id": "a"}]},
             {"uid": {"type": "Team", "id": "a"}, "parents": [{"type": "Team", "id": "b"}]},
             {"uid": {"type": "Team", "id": "b"}, "parents": [{"type": "Team", "id": "a"}]}]
            """);
    Run run =
        Run.withInput(READ, "decide", "--policies", Samples.policies(), "--entities", file + "");
    assertThat(run.err())
        .contains("warning: `payments.agents.User::\"ann\"`: ", "oncall")
        .contains("warning: `payments.agents.Team::\"");
    assertThat(run.out()).startsWith("DENY");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void commandLine_thatIsWrong_isAUsageError() {
    assertUsage(
        "error: missing required option: `--policies PATH`, or `--bundle FILE`",
        Run.writ("decide"));
    assertUsage(
        "error: --request=FILE, --requests=FILE are mutually exclusive",
        decide(READ, "--request", "a", "--requests", "b"));
    assertUsage(
        "error: invalid value for option `--at`: `noon` is not an Instant: write it in UTC",
        decide(READ, "--at", "noon"));
  }

  private static void assertUsage(String error, Run run) {
    assertThat(run.err()).startsWith(error).endsWith("try `writ decide --help`\n");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }
}
