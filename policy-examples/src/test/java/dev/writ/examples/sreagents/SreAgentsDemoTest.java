package dev.writ.examples.sreagents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the quick start shows. */
final class SreAgentsDemoTest {

  @TempDir static Path folder;

  private static String shown = "";

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                SreAgentsDemo.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    shown = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as(shown).isTrue();
    assertThat(process.exitValue()).as(shown).isZero();
  }

  @Test
  void demo_policies_areSoundAndDoWhatTheyAreFor() {
    assertThat(shown)
        .containsPattern("no errors, no findings,? .*in 6 files")
        .contains("18 tests, all passed; 2 invariants held");
  }

  @Test
  void demo_requests_areCountedByDecisionAndReason() {
    assertThat(counts("PERMIT", "DENY"))
        .containsExactly(
            "PERMIT permitted 54",
            "DENY no_permit 35",
            "DENY session_required 26",
            "DENY out_of_scope 25",
            "DENY forbidden 22",
            "PERMIT once authorised permitted 15",
            "DENY limit_reached 5",
            "DENY delegate_denied 2",
            "DENY invalid_request (args.command) 2",
            "DENY invalid_request (session) 2",
            "DENY evaluation_error 1",
            "DENY invalid_request (action) 1",
            "DENY invalid_request (args.environment) 1",
            "DENY invalid_request (args.force) 1",
            "DENY invalid_request (args.replicas) 1",
            "DENY invalid_request (args.ticket) 1",
            "DENY invalid_request (args.url) 1",
            "DENY invalid_request (chain[0]) 1",
            "DENY invalid_request (facts.digest) 1",
            "DENY invalid_request (principal) 1",
            "DENY invalid_request (resource) 1",
            "DENY suspended 1");
    assertThat(shown).contains("200 requests decided");
  }

  @Test
  void demo_story_isTold() {
    assertThat(shown).contains("nothing is missing any more: the grant is active");
  }

  /** The lines of tables that start with one of these words, with single spaces. */
  private static List<String> counts(String... words) {
    return shown
        .lines()
        .filter(line -> List.of(words).stream().anyMatch(word -> line.startsWith(word + " ")))
        .map(line -> line.replaceAll(" +", " ").strip())
        .toList();
  }
}
