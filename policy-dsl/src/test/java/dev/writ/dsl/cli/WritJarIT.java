package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The executable jar as a person or a build starts it. */
final class WritJarIT {
  private static final String ESCAPE = "\u001b[";

  @Test
  void version_ofTheJar_isTheBuilds() {
    JarRun run = JarRun.writ("--version");
    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("writ \\d+\\.\\d+\\.\\S+ \\(Java \\d+\\)\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void help_awayFromATerminal_isPlain() {
    JarRun run = JarRun.writ("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: writ").doesNotContain(ESCAPE);
  }

  @Test
  void output_onATerminal_isColoured() {
    needScript();
    assertThat(onTerminal("--help").out()).contains(ESCAPE);
  }

  @Test
  void output_onATerminalWithNoColor_isPlain() {
    needScript();
    JarRun run = terminal("NO_COLOR=1 " + JarRun.words("--help"));
    assertThat(run.out()).contains("Usage: writ").doesNotContain(ESCAPE);
  }

  @Test
  void output_ofAPipe_isPlainThoughErrorsGoToATerminal() {
    needScript();
    JarRun run = terminal(JarRun.words("--help") + " | cat; " + JarRun.words("--nonsense"));
    assertThat(run.out()).contains("Usage: writ", ESCAPE + "31merror" + ESCAPE + "0m: unknown");
    assertThat(run.out().substring(0, run.out().indexOf("Examples"))).doesNotContain(ESCAPE);
  }

  @Test
  void errors_ofAPipe_arePlainThoughOutputGoesToATerminal() {
    needScript();
    JarRun run =
        terminal("(" + JarRun.words("--nonsense") + " 2>&1 >&3 | cat) 3>&1; " + JarRun.words("-h"));
    assertThat(run.out()).contains("error: unknown option `--nonsense`", ESCAPE);
  }

  @Test
  void output_thatNobodyReads_endsQuietly() {
    JarRun run =
        JarRun.shell("set -o pipefail; " + JarRun.words("--help") + " | (exec <&-; sleep 1)");
    assertThat(run.code()).isEqualTo(ExitCode.BROKEN_PIPE);
    assertThat(run.err()).isEmpty();
  }

  private static JarRun onTerminal(String arguments) {
    return terminal(JarRun.words(arguments));
  }

  private static JarRun terminal(String line) {
    return JarRun.shell("script -qec \"" + line.replace("\"", "\\\"") + "\" /dev/null");
  }

  private static void needScript() {
    boolean there = JarRun.has("script");
    if (!there) {
      System.err.println("skipped: the command `script` of util-linux is not on this machine");
    }
    assumeTrue(there, "the command `script` is not on this machine");
  }
}
