package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonReader;
import dev.writ.dsl.bench.Meter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs by a clock that tells the same in every run. */
@Timeout(120)
final class BenchCommandTest {
  private static final String REQUESTS =
      """
      {"subject":{"type":"User","id":"ann"},"action":{"name":"read"},"resource":{"type":"Service","id":"ledger"}}

      {"subject":{"type":"User","id":"bo"},"action":{"name":"read"},"resource":{"type":"Service","id":"ledger"}}
      {"subject":{"type":"Agent","id":"bot"},"action":{"name":"restart"},"resource":{"type":"Service","id":"ledger"}}
      """;

  @TempDir private Path folder;

  /** A clock whose readings cost 25 ns while they are measured, and then each decision 5 µs. */
  private static final class SlowingMeter implements Meter {
    private final AtomicLong now = new AtomicLong();
    private final AtomicLong readings = new AtomicLong();

    @Override
    public long nanos() {
      boolean measuresItself = readings.getAndIncrement() < 200 * 501;
      return now.addAndGet(measuresItself ? 25 : 5_000);
    }

    @Override
    public OptionalLong allocatedBytes() {
      return OptionalLong.of(now.get() / 10);
    }
  }

  private static Run.Setting setting() {
    return new Run.Setting().meter(new SlowingMeter());
  }

  private static Run bench(Run.Setting setting, String input, String... more) {
    List<String> args = new ArrayList<>(List.of("bench", "--policies", Samples.policies()));
    args.addAll(List.of("--entities", Samples.file("entities.json")));
    args.addAll(List.of(more));
    for (String brief : List.of("--warm-up=0.001", "--seconds=0.01")) {
      String option = brief.substring(0, brief.indexOf('=') + 1);
      if (args.stream().noneMatch(each -> each.startsWith(option))) {
        args.add(brief);
      }
    }
    return setting.input(input.getBytes(StandardCharsets.UTF_8)).writ(args.toArray(String[]::new));
  }

  private static Run bench(String... more) {
    return bench(setting(), REQUESTS, more);
  }

  @Test
  void requests_thatAreMeasured_areShownAsFiguresBarsAndTables() {
    Run run = bench("--rounds=400");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            3 requests against 3 rules: 1,200 decisions in 6.00 ms, after 1.00 ms of warm-up

            p50         5.00 µs
            p90         5.00 µs
            p99         5.00 µs
            max         5.00 µs
            mean        5.00 µs
            a second    200,000 decisions
            allocated   500 B a decision

            4.99 µs  ████████████████████████████████████████████████  100.0 %

            decision  reason     requests
            ────────  ─────────  ────────
            DENY      no_permit         2
            PERMIT    permitted         1

            slice                        requests     mean      p99    time
            ───────────────────────────  ────────  ───────  ───────  ──────
            read by User on Service             2  5.00 µs  5.00 µs  66.7 %
            restart by Agent on Service         1  5.00 µs  5.00 µs  33.3 %

            rule                                             speaks on   alone
            ───────────────────────────────────────────────  ─────────  ──────
            payments.agents/change freeze                            1  < 1 ns
            payments.agents/people run what their team owns          2  < 1 ns

            a reading of the clock takes 25 ns, and every duration contains one
            a rule alone: how much longer a decision takes with it than with no rule at all
            """);
    assertThat(run.code()).isZero();
  }

  @Test
  void table_onANarrowTerminal_isCutToIt() {
    Run.Setting narrow = setting().outTerminal().environment(Map.of("COLUMNS", "60"));
    Run run = bench(narrow, REQUESTS, "--rounds=400", "--color=never");
    assertThat(run.out().lines().filter(line -> !line.startsWith("a ")).skip(1))
        .allMatch(line -> line.length() <= 60);
  }

  @Test
  void stages_onATerminal_areShownAndTakenAway() {
    Run run = bench(setting().errTerminal(), REQUESTS, "--color=never");
    assertThat(run.err())
        .startsWith("\r\u001b[Kwarming up\r\u001b[Kmeasuring\r\u001b[Kmeasuring slice 1 of 2")
        .endsWith("measuring rules\r\u001b[K");
  }

  @Test
  void requests_thatAreMeasured_areShownAsJson() throws Exception {
    Run run = bench("--rounds=400", "--json", "--threads=2");
    Json.Obj json = (Json.Obj) JsonReader.read(run.out());
    assertThat(json.members())
        .containsEntry("requests", new Json.Num("3"))
        .containsEntry("threads", new Json.Num("2"))
        .containsEntry("decisions", new Json.Num("2400"))
        .containsKeys("nanos", "perSecond", "bytesPerDecision", "latency", "clock", "outcomes")
        .containsKeys("slices", "ruleCosts", "histogram", "runtime");
    assertThat(member(json, "clock").members())
        .containsEntry("nanos", new Json.Num("25"))
        .containsEntry("decisionsPerReading", new Json.Num("1"));
    assertThat(member(json, "latency").members())
        .containsKeys("min", "p50", "p90", "p99", "max", "mean")
        .doesNotContainKeys("p99.9", "p99.99");
    assertThat(run.code()).isZero();
  }

  private static Json.Obj member(Json.Obj json, String name) {
    return (Json.Obj) Objects.requireNonNull(json.members().get(name));
  }

  @Test
  void page_thatIsAskedFor_isWrittenWhole() throws IOException {
    Path page = folder.resolve("bench.html");
    Run run = bench("--rounds=400", "--html", page.toString());
    assertThat(run.out()).endsWith("plots in `" + page + "`\n");
    assertThat(Files.readString(page))
        .startsWith("<!DOCTYPE html>\n")
        .contains("<h1>What decisions cost</h1>", "200,000", "500 B", "prefers-color-scheme: dark")
        .contains("payments.agents/people run what their team owns", "Content-Security-Policy")
        .doesNotContain("http://", "https://", "<script", "src=")
        .endsWith("</html>\n");
    Run again = bench("--html", page.toString());
    assertThat(again.err())
        .isEqualTo(
            "error: `"
                + page
                + "` is there already\n"
                + "help: write to another file, or add --force to replace it\n");
    assertThat(again.code()).isEqualTo(ExitCode.INPUT);
    assertThat(bench("--html", page.toString(), "--force").code()).isZero();
  }

  @Test
  void page_ofNamesWithMarkup_holdsThemEscaped() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("a.writ"),
            """
            human entity User;
            entity Doc;
            action `<b>&"read` by User on Doc;
            permit "<script>alert(1)</script>" `<b>&"read` by User on Doc;
            """);
    Path entities =
        Files.writeString(
            folder.resolve("e.json"),
            "[{\"uid\":{\"type\":\"User\",\"id\":\"u\"}},{\"uid\":{\"type\":\"Doc\",\"id\":\"d\"}}]");
    Path page = folder.resolve("p.html");
    Run run =
        setting()
            .input(
                "{\"subject\":{\"type\":\"User\",\"id\":\"u\"},\"action\":{\"name\":\"<b>&\\\"read\"},\"resource\":{\"type\":\"Doc\",\"id\":\"d\"}}"
                    .getBytes(StandardCharsets.UTF_8))
            .writ(
                "bench",
                "--policies=" + policy,
                "--entities=" + entities,
                "--seconds=0.01",
                "--warm-up=0",
                "--html=" + page);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(Files.readString(page))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;&amp;&quot;read")
        .doesNotContain("<script", "<b>");
  }

  @Test
  void calls_ofTools_areMeasuredToo() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("a.writ"),
            """
            human entity User;
            entity Server one of "bank";
            action send by User on Server with { amount: Int };
            tool "send" of "bank" asks send on Server::"bank" with { amount };
            permit "small" send by User on Server when args.amount < 100;
            """);
    Path entities =
        Files.writeString(folder.resolve("e.json"), "[{\"uid\":{\"type\":\"User\",\"id\":\"u\"}}]");
    Path calls =
        Files.writeString(
            folder.resolve("calls.jsonl"),
            """
            {"server":"bank","tool":"send","arguments":{"amount":5},"principal":{"type":"User","id":"u"}}
            {"server":"bank","tool":"pay","arguments":{},"principal":{"type":"User","id":"u"}}
            """);
    Run run =
        setting()
            .writ(
                "bench",
                "--policies=" + policy,
                "--entities=" + entities,
                "--tool-calls=" + calls,
                "--seconds=0.01",
                "--warm-up=0");
    assertThat(run.out())
        .contains(
            "2 requests against 1 rule", "send by User on Server", "requests that are not valid");
    assertThat(run.err())
        .isEqualTo(
            "warning: 1 request of 2 cannot be valid under these policies: refusing them is what"
                + " is measured\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void slices_ofNamesThatSeveralModulesHave_areNamedWithTheirModule() throws IOException {
    Path one =
        Files.writeString(
            folder.resolve("a.writ"),
            """
            module a;
            human entity User;
            entity Doc;
            action read by User on Doc;
            permit "x" read by User on Doc;
            """);
    Path other = Files.writeString(folder.resolve("b.writ"), "module b;\nentity Doc;\n");
    Path entities =
        Files.writeString(folder.resolve("e.json"), "[{\"uid\":{\"type\":\"User\",\"id\":\"u\"}}]");
    Run run =
        setting()
            .input(
                "{\"subject\":{\"type\":\"User\",\"id\":\"u\"},\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"a.Doc\",\"id\":\"d\"}}"
                    .getBytes(StandardCharsets.UTF_8))
            .writ(
                "bench",
                "--policies=" + one,
                "--policies=" + other,
                "--entities=" + entities,
                "--seconds=0.01",
                "--warm-up=0");
    assertThat(run.out()).contains("\nread by User on a.Doc  ");
  }

  @Test
  void request_inAFileOfItsOwn_isMeasured() throws IOException {
    Path file = Files.writeString(folder.resolve("r.json"), DecideCommandTest.READ);
    assertThat(bench("--request", file.toString()).out()).startsWith("1 request against");
  }

  // ---- what is bad ----

  @Test
  void input_withoutRequests_isAnInputError() {
    Run run = bench(setting(), "\n \n");
    assertThat(run.err())
        .isEqualTo(
            "error: there is no request in standard input\nhelp: write one JSON object a line\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void lines_thatAreNoRequests_areToldAndNothingIsMeasured() {
    Run run = bench(setting(), REQUESTS + "{}\nnonsense\n");
    assertThat(run.err())
        .isEqualTo(
            """
            error: line 5: `subject` is missing
            error: line 6: `nonsense` is not JSON (column 1)
            error: 2 lines could not be read: nothing is measured
            """);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    Run many = bench(setting(), "{}\n".repeat(30));
    assertThat(many.err().lines()).hasSize(21).last().asString().contains("30 lines");
  }

  @Test
  void files_thatCannotBe_areInputErrorsBeforeAnythingIsMeasured() {
    assertInput("cannot read `no.jsonl`: no such file", "--requests", "no.jsonl");
    assertInput("no such folder", "--html", folder.resolve("no/page.html").toString());
    assertInput("` is a folder, a file is needed", "--html", folder.toString());
    assertInput("` is a device or the like, a file is needed", "--html", "/dev/null");
  }

  private static void assertInput(String words, String... more) {
    Run run = bench(more);
    assertThat(run.err()).startsWith("error: ").contains(words);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seconds=0       | `--seconds` is a number above 0, not `0`",
        "--seconds=0.0     | `--seconds` is a number above 0, not `0.0`",
        "--seconds=-1      | `--seconds` is a number of seconds up to 86400, not `-1`",
        "--seconds=NaN     | `--seconds` is a number of seconds up to 86400, not `NaN`",
        "--seconds=1e400   | `--seconds` is a number of seconds up to 86400, not `1e400`",
        "--seconds=86401   | `--seconds` is a number of seconds up to 86400, not `86401`",
        "--warm-up=x       | `--warm-up` is a number of seconds up to 86400, not `x`",
        "--rounds=0        | `--rounds` is a whole number from 1 to 1000000000, not `0`",
        "--rounds=1.5      | `--rounds` is a whole number from 1 to 1000000000, not `1.5`",
        "--threads=0       | `--threads` is a whole number from 1 to 1024, not `0`",
        "--threads=9999999999999 | `--threads` is a whole number from 1 to 1024, not"
            + " `9999999999999`",
        "--html=-          | a page is written to a file: `-` is none, `./-` would be",
      })
  void usage_thatIsWrong_saysWhatIsTaken(String option, String message) {
    Run run = bench(option);
    assertThat(run.err()).isEqualTo("error: " + message + "\ntry `writ bench --help`\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void policies_thatDoNotCompile_areNotMeasured() throws IOException {
    Path policy = Files.writeString(folder.resolve("a.writ"), "permit \"x\" read;\n");
    Run run = Run.withInput(REQUESTS, "bench", "--policies", policy.toString());
    assertThat(run.err()).contains("error[W0026]");
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
  }
}
