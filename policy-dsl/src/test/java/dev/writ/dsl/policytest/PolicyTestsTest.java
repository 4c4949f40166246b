package dev.writ.dsl.policytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that expect what does not come, and what is told of them. */
class PolicyTestsTest {
  private static final String WORLD =
      """
      module m;
      entity Team;
      human entity User in Team;
      entity Doc;
      action read by User on Doc;
      action edit by User on Doc;
      approval review for edit by User on Doc { 1 of User in Team::"a"; decide within 1h; valid for 1h; }
      permit "read" read by User on Doc when principal in Team::"a" do log("x");
      permit "edit" edit by User on Doc when approved review;
      """;

  private static TestReport report(String more, String statements) {
    String test =
        """
        test "t" at 2026-03-02T10:00:00Z {
          given Team::"a", User::"ann" in Team::"a", User::"bo", Doc::"d";
          let own = request read by User::"ann" on Doc::"d";
          let other = request read by User::"bo" on Doc::"d";
          let edit = request edit by User::"ann" on Doc::"d";
          %s
        }
        """
            .formatted(statements);
    Compilation compilation =
        WritCompiler.compile(List.of(new SourceText("a.writ", WORLD + more + test)));
    return PolicyTests.run(compilation.orThrow(), compilation.tests());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          own => deny; | deny | permit permitted
          other => permit; | permit | deny no_permit
          other => deny forbidden; | deny forbidden | deny no_permit
          own => permit, rule "edit"; | rule `m/edit` | rules `m/read`
          own => permit, obligation log("y"); | obligation `log("y")` | obligations `log("x")`
          other => deny, remedy approval review; | remedy `approval m.review` | no remedies
          edit => deny, no remedy; | no remedy | remedies `approval m.review`
          given approved review for edit by User::"bo"; edit => deny; | `m.review` complete by these votes | that cannot be
          """)
  void test_thatExpectsOtherwise_fails(String statements, String expected, String got) {
    TestReport report = report("", statements);

    assertThat(report.passed()).isFalse();
    assertThat(report.failures()).isEqualTo(1);
    Mismatch mismatch = report.tests().get(0).mismatches().get(0);
    assertThat(mismatch.expected()).isEqualTo(expected);
    assertThat(mismatch.got()).isEqualTo(got);
  }

  @Test
  void vote_thatTheRulesRefuse_isToldWithWhatFollows() {
    TestReport report = report("", "given vote review for edit by User::\"bo\"; edit => permit;");

    assertThat(report.tests().get(0).mismatches())
        .singleElement()
        .satisfies(mismatch -> assertThat(mismatch.why()).contains("note: a vote was not taken: "));
  }

  @Test
  void test_thatExpectsNothing_doesNotPass() {
    assertThat(report("", "after 1m;").passed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          never permit read by User on Doc; | false
          never permit read by User on Doc when principal in Team::"a"; | false
          never permit read by User on Doc when principal not in Team::"a"; | true
          never permit read by User on Doc unless principal in Team::"a"; | true
          never permit edit by User on Doc unless approved review; | true
          """)
  void invariant_isTriedOnEveryRequest_andEntersNoDecision(String invariant, boolean held) {
    TestReport report =
        report(
            "invariant \"i\" " + invariant + "\n",
            "given approved review for edit; own => permit; other => deny; edit => permit;");

    assertThat(report.tests()).allMatch(TestOutcome::passed);
    assertThat(report.passed()).isEqualTo(held);
    assertThat(report.invariants())
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.held()).isEqualTo(held);
              assertThat(outcome.tried()).isPositive();
            });
  }

  @Test
  void request_ofWhichNothingIsExpected_isTriedToo() {
    TestReport report =
        report("invariant \"i\" never permit read by User on Doc;\n", "other => deny;");

    assertThat(report.invariants().get(0).held()).isFalse();
  }
}
