package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestCommandTest {
  @TempDir private Path folder;

  @Test
  void tests_thatPass_areATableAndASummary() {
    Run run = Run.writ("test", Samples.policies());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("pass  a production deploy needs a grant  payments.agents       1")
        .contains("held  payments.agents/no agent reaches production alone         1")
        .endsWith(
            "1 test, all passed; 1 invariant held;"
                + " 0 of 10 rules and clauses seen true, and false where they can be\n");
  }

  @Test
  void coverage_whenAsked_listsEveryRuleAndClause() {
    assertThat(Run.writ("test", "--coverage", Samples.policies()).out())
        .contains("forbid        payments.agents/change freeze                     never  seen")
        .contains("may           payments.agents.sre_bots #2                       seen   never");
  }

  @Test
  void report_asJUnit_isWrittenBesideTheTable() throws IOException {
    Path xml = folder.resolve("out.xml");
    Run run = Run.writ("test", Samples.policies(), "--junit", xml.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 test, all passed");
    assertThat(xml).content().contains("<testcase", "a production deploy needs a grant");
  }

  @Test
  void report_thatCannotBeWritten_isAnInputError() {
    Run run = Run.writ("test", Samples.policies(), "--junit", folder + "/no/out.xml");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err()).startsWith("error: cannot write `" + folder + "/no/out.xml`: no such");
  }

  @Test
  void policies_withoutTests_doNotPass() throws IOException {
    Path file = Files.writeString(folder.resolve("a.writ"), "entity User;\n");
    Run run = Run.writ("test", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEqualTo("error: there is no test in these policies\n");
    Run json = Run.writ("test", "--json", file.toString());
    assertThat(json.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(json.out()).contains("\"passed\": false");
  }

  @Test
  void policies_thatDoNotCompile_areRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.writ"), "permit \"x\" read;\n");
    Run run = Run.writ("test", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("error[W0026]")
        .endsWith("1 error: the policies do not compile\n");
  }
}
