package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.bench.Meter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class UsageTest {

  @Test
  void wrongUsage_ofAnyKind_saysWhatAndWhereHelpIs() {
    assertUsage("error: missing required subcommand\ntry `writ --help`\n");
    assertUsage(
        "error: unknown argument `chek`\nhelp: did you mean `check`?\ntry `writ --help`\n", "chek");
    assertUsage(
        """
        error: unknown option `--colour`
        help: did you mean `--color`?
        try `writ check --help`
        """,
        "check",
        "--colour",
        "x");
    assertUsage(
        "error: invalid value for option `--color`: expected one of [auto, always, never]"
            + " (case-sensitive) but was `mauve`\ntry `writ --help`\n",
        "--color=mauve");
  }

  private static void assertUsage(String err, String... args) {
    Run run = Run.writ(args);
    assertThat(run.err()).isEqualTo(err);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void help_ofEveryCommand_hasExamplesAndExitCodes() {
    CommandLine writ = Main.command(shell(OutputStream.nullOutputStream()), sink());
    Map<String, CommandLine> commands = writ.getSubcommands();
    assertThat(new TreeSet<>(commands.keySet()))
        .containsExactly(
            "bench", "bundle", "check", "decide", "explain", "fmt", "lint", "schema", "test");
    for (String name : commands.keySet()) {
      Run run = Run.writ(name, "--help");
      assertThat(run.code()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .startsWith("Usage: writ " + name)
          .contains("Exit codes:\n  0 ", "\n  4 ", "Examples:\n  writ " + name, "--color=WHEN")
          .doesNotContain("\u001b");
      assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }
  }

  @Test
  void help_onATerminal_isColoured() {
    assertThat(new Run.Setting().outTerminal().writ("--help").out()).contains("\u001b[");
    assertThat(new Run.Setting().outTerminal().writ("--color=never", "--help").out())
        .doesNotContain("\u001b[");
  }

  @Test
  void version_isOneLine() {
    assertThat(Run.writ("--version").out()).matches("writ \\S+ \\(Java \\d+\\)\n");
  }

  @Test
  void output_thatNobodyReads_endsTheCommandQuietly() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThat(Main.run(shell(closed), "--help")).isEqualTo(ExitCode.BROKEN_PIPE);
    assertThat(Main.run(shell(closed), "check", Samples.policies()))
        .isEqualTo(ExitCode.BROKEN_PIPE);
  }

  private static Shell shell(OutputStream out) {
    return new Shell(
        java.io.InputStream.nullInputStream(),
        false,
        new Output(out, false),
        new Output(OutputStream.nullOutputStream(), false),
        Map.of(),
        java.time.InstantSource.fixed(Run.NOW),
        Meter.ofProcess());
  }

  private static PrintWriter sink() {
    return new PrintWriter(new StringWriter());
  }
}
