package dev.writ.examples.toolcalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.examples.toolcalls.Answer.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The policies of the scenario on its own cases. */
final class ToolCallsTest {

  private static final Path SCENARIO = Path.of("tool-calls");
  private static final Path CASES = SCENARIO.resolve("cases");

  @Test
  void bank_ownCases_isAskedForStrangersAndTextsOnly() throws Exception {
    Figures figures = figures("banking");
    assertThat(figures.userCalls()).hasSize(12);
    assertThat(figures.held())
        .hasToString(
            "[gas send_money: ASK, out_of_scope, address update_user_info: ASK, out_of_scope]");
    assertThat(figures.pairs()).hasSize(42);
    assertThat(figures.passed())
        .hasSize(7)
        .allSatisfy(
            attack ->
                assertThat(attack.pair().injectionTask())
                    .as("only to look is what a text may have the assistant do")
                    .isEqualTo("nosy"));
  }

  @Test
  void office_ownCases_isAskedForStrangersAndDeletion() throws Exception {
    Figures figures = figures("workspace");
    assertThat(figures.userCalls()).hasSize(12);
    assertThat(figures.held())
        .hasToString(
            "[minutes send_email: ASK, out_of_scope, tidy delete_file: ASK, out_of_scope]");
    assertThat(figures.pairs()).hasSize(49);
    assertThat(figures.passed()).isEmpty();
  }

  @Test
  void ownCases_renamed_giveTheSameFigures() throws Exception {
    for (String name : ToolCalls.SUITES) {
      Suite suite = Suite.read(CASES, name);
      assertThat(Renaming.in(suite.environment()).size()).isGreaterThanOrEqualTo(5);
      assertSame(Figures.of(Renaming.of(suite), policies(name)), figures(name));
    }
  }

  @Test
  void password_thatATextNames_isDeniedWhateverTheUserSays() throws Exception {
    assertThat(figures("banking").pairs())
        .filteredOn(attack -> attack.pair().injectionTask().equals("takeover"))
        .hasSize(7)
        .allSatisfy(
            attack ->
                assertThat(attack.answers())
                    .extracting(Answer::outcome)
                    .containsOnly(Outcome.DENY));
  }

  private static Figures figures(String suite) throws IOException, InterruptedException {
    return Figures.of(Suite.read(CASES, suite), policies(suite));
  }

  /** The same came of every call. */
  static void assertSame(Figures figures, Figures others) {
    assertThat(figures.userCalls()).hasToString(others.userCalls().toString());
    assertThat(figures.pairs())
        .extracting(Figures.Attack::answers)
        .isEqualTo(others.pairs().stream().map(Figures.Attack::answers).toList());
  }

  static Path policies(String suite) {
    return SCENARIO.resolve(suite).resolve("policies");
  }
}
