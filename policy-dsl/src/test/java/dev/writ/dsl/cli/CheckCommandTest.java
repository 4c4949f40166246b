package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {
  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void policies_thatCompile_areCounted() {
    Run run = Run.writ("check", Samples.policies());
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            "no errors, no findings in 1 file:"
                + " 3 rules, 1 scope, 2 approvals, 2 grants, 1 invariant\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void policies_withErrors_areShownWithPlaceAndHelp() throws IOException {
    Path file = write("a.writ", "permit \"x\" read;\n");
    Run run = Run.writ("check", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(run.out())
        .isEqualTo(
            """
            error[W0026]: a permit must say by whom
             --> %s:1:12
              |
            1 | permit "x" read;
              |            ^^^^
              = help: add `by TYPE`, so that it permits no more than what is written

            1 error, 0 findings in 1 file
            """
                .formatted(file));
  }

  @Test
  void errors_asJson_carryCodeAndPlace() throws IOException {
    Path file = write("a.writ", "permit \"x\" read;\n");
    Run run = Run.writ("check", "--json", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(run.out())
        .startsWith("{\n  \"files\": 1,\n  \"errors\": 1,\n  \"findings\": 0,")
        .contains("\"code\": \"W0026\"", "\"line\": 1,\n", "\"column\": 12,", "\"endColumn\": 16");
  }

  @Test
  void diagnostics_onATerminal_areColoured() throws IOException {
    Path file = write("a.writ", "permit \"x\" read;\n");
    Run run = new Run.Setting().outTerminal().writ("check", file.toString());
    assertThat(run.out()).contains("\u001b[1;31merror[W0026]", "\u001b[31m1 error, 0 findings");
    assertThat(
            new Run.Setting().outTerminal().writ("check", "--color=never", file.toString()).out())
        .doesNotContain("\u001b");
    assertThat(Run.writ("--color=always", "check", file.toString()).out()).contains("\u001b[1;31m");
  }

  private static final String OPEN =
      """
      human entity User;
      entity Doc { open: Bool; }
      action read by User on Doc;
      %spermit "open" read by User on Doc when resource.open;
      """;

  @Test
  void policies_withAFinding_compileAndEndWithOne() throws IOException {
    Path file = write("a.writ", OPEN.formatted(""));
    Run run = Run.writ("check", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .startsWith("warning[W0504]: this permit is for every `User`\n")
        .endsWith("\n0 errors, 1 finding in 1 file: 1 rule\n");
  }

  @Test
  void finding_thatIsAccepted_isCountedAndEndsWithZero() throws IOException {
    Path file = write("a.writ", OPEN.formatted("@allow(\"W0504\", \"for everybody\") "));
    Run run = Run.writ("check", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo("no errors, no findings, 1 accepted finding in 1 file: 1 rule\n");
  }

  @Test
  void findings_asJson_standBesideThoseAccepted() throws IOException {
    Path file =
        write(
            "a.writ",
            OPEN.formatted("@allow(\"W0504\", \"for everybody\") ")
                + "action drop by User on Doc;\npermit \"all\" drop by User on Doc;\n");
    Run run = Run.writ("check", "--json", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    String[] parts = run.out().split("\"suppressed\"", -1);
    assertThat(parts).hasSize(2);
    assertThat(parts[0])
        .contains("\"errors\": 0,\n  \"findings\": 1,", "\"code\": \"W0503\"")
        .contains("\"severity\": \"warning\"")
        .doesNotContain("W0504");
    assertThat(parts[1])
        .contains("\"code\": \"W0504\"", "\"line\": 4,", "\"reason\": \"for everybody\"")
        .doesNotContain("W0503");
  }

  @Test
  void path_thatIsNotThere_isAnInputError() {
    Run run = Run.writ("check", folder.resolve("nope").toString());
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err())
        .isEqualTo("error: cannot read `" + folder.resolve("nope") + "`: no such file or folder\n");
  }

  @Test
  void folder_withoutPolicies_isAPolicyError() {
    Run run = Run.writ("check", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(run.out()).contains("there is no policy file in `" + folder + "`");
  }

  @Test
  void commandLine_withoutPath_isAUsageError() {
    Run run = Run.writ("check");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo("error: missing required parameter: `PATH`\ntry `writ check --help`\n");
  }
}
