package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintCommandTest {
  private static final String WORLD =
      """
      enum Env { dev, prod }
      human entity User;
      entity Doc { owner: User; }
      action read by User on Doc with { env?: Env };
      permit "your own" read by User on Doc when principal == resource.owner;
      """;
  private static final String SWITCHED_OFF =
      "forbid \"production\" read when args has env and args.env == prod;\n";
  private static final String UNUSED = "enum Colour { red }\n";
  private static final String ACCEPTED =
      "@allow(\"W0514\", \"for later\") label seen after read;\n";

  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("a.writ"), text);
  }

  private static Run lint(Path file, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "lint";
    args[1] = file.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return Run.writ(args);
  }

  @Test
  void policies_inWhichNothingIsFound_areClean() throws IOException {
    Run run = lint(write(WORLD));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("no findings in 1 file\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void findings_ofAllKinds_areGrouped() throws IOException {
    Path file = write(WORLD + UNUSED + ACCEPTED + SWITCHED_OFF);
    Run run = lint(file);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            == against a bundle
            error[W0516]: whoever leaves out `env` gets past this forbid
             --> %1$s:8:31
              |
            8 | forbid "production" read when args has env and args.env == prod;
              |                               ^^^^^^^^^^^^
              = help: write `args lacks env or …`, make `env` required where it can be, or add \
            `only if given` where it is meant so

            == probably not meant
            warning[W0514]: enum `Colour` is never used
             --> %1$s:6:6
              |
            6 | enum Colour { red }
              |      ^^^^^^
              = help: leave it out, or accept it with `@allow("W0514", "why")`

            == accepted
            W0514 %1$s:7:36: label `seen` is never used
              because for later

            2 findings, 1 of them against a bundle, 1 accepted finding in 1 file; --fix mends 2
            """
                .formatted(file));
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(file).hasContent(WORLD + UNUSED + ACCEPTED + SWITCHED_OFF);
  }

  @Test
  void findings_thatAreAllAccepted_endWithZero() throws IOException {
    Run run = lint(write(WORLD + ACCEPTED));
    assertThat(run.out()).endsWith("no findings, 1 accepted finding in 1 file\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void findings_asJson_carryFixesAndReasons() throws IOException {
    Run run = lint(write(WORLD + UNUSED + ACCEPTED + SWITCHED_OFF), "--json");
    assertThat(run.out())
        .startsWith("{\n  \"files\": 1,\n  \"refusesBundle\": true,\n  \"findings\": [")
        .contains(
            "\"code\": \"W0516\"",
            "\"severity\": \"error\"",
            "\"title\": \"write `args lacks env or …`\"",
            "\"decisions\": \"narrows\"",
            "\"text\": \"args lacks env or args.env == prod\"",
            "\"decisions\": \"keeps\"",
            "\"reason\": \"for later\"")
        .doesNotContain("\"fixed\"");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void fix_ofFindings_writesTheFileAndSaysWhatPermitsLess() throws IOException {
    Path file = write(WORLD + UNUSED + ACCEPTED + SWITCHED_OFF);
    Run run = lint(file, "--fix");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            fixed W0514 %1$s:6:6: leave out `Colour`
            fixed W0516 %1$s:8:31: write `args lacks env or …`; permits less than before

            == accepted
            """
                .formatted(file))
        .endsWith("no findings, 1 accepted finding in 1 file\n");
    assertThat(run.code()).isZero();
    assertThat(file)
        .hasContent(
            WORLD
                + ACCEPTED
                + "forbid \"production\" read when args lacks env or args.env == prod;\n");
    assertThat(lint(file, "--fix").out()).doesNotContain("fixed");
  }

  @Test
  void fix_asJson_listsWhatWasFixed() throws IOException {
    Run run = lint(write(WORLD + SWITCHED_OFF), "--fix", "--json");
    assertThat(run.out())
        .contains("\"refusesBundle\": false", "\"findings\": []", "\"fixed\": [\n    {")
        .contains("\"notFixed\": []");
    assertThat(run.code()).isZero();
  }

  @Test
  void fix_thatBreaksATest_isNotMade() throws IOException {
    String test =
        """
        test "no environment is fine" at 2026-03-02T10:00:00Z {
          given User::"ann";
          given Doc::"d" { owner: User::"ann" };
          let look = request read by User::"ann" on Doc::"d";
          look => permit;
        }
        """;
    Path file = write(WORLD + UNUSED + SWITCHED_OFF + test);
    Run run = lint(file, "--fix");
    assertThat(run.out())
        .startsWith("fixed W0514 ")
        .contains("not fixed W0516 " + file + ":6:31: a test that passes would fail\n")
        .endsWith("1 finding, 1 of them against a bundle in 1 file\n");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(file).hasContent(WORLD + SWITCHED_OFF + test);
  }

  @Test
  void fix_ofAFileBehindALink_keepsLinkAndPermissions() throws IOException {
    Path file = write(WORLD + UNUSED);
    Path link = Files.createSymbolicLink(folder.resolve("link.writ"), file);
    boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
    assumeTrue(posix, "no permissions here");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    assertThat(lint(link, "--fix").code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent(WORLD);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
  }

  @Test
  void policies_thatDoNotCompile_areNotLinted() throws IOException {
    Path file = write("permit \"x\" read;\n");
    Run run = lint(file, "--fix");
    assertThat(run.err())
        .contains("error[W0026]")
        .endsWith("1 error: the policies do not compile\n");
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    Run asJson = lint(file, "--json");
    assertThat(asJson.out()).startsWith("{\n  \"diagnostics\": [").contains("\"W0026\"");
    assertThat(asJson.code()).isEqualTo(ExitCode.POLICY);
    assertThat(file).hasContent("permit \"x\" read;\n");
  }

  @Test
  void path_thatIsNotThere_isAnInputError() {
    assertThat(lint(folder.resolve("no")).code()).isEqualTo(ExitCode.INPUT);
  }
}
