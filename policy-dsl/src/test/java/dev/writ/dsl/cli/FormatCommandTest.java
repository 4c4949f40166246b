package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormatCommandTest {
  private static final String ROUGH = "enum E{a,b}\n";
  private static final String NEAT = "enum E { a, b }\n";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  /** Nothing but these files may be left, no temporary one either. */
  private void assertOnly(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @Test
  void files_inAFolder_areRewrittenAndListed() throws IOException {
    Path rough = write("a.writ", ROUGH);
    Path neat = write("b.writ", NEAT);
    Path other = write("c.txt", ROUGH);
    Run run = Run.writ("fmt", folder.toString());
    assertThat(run.out()).isEqualTo(rough + "\n");
    assertThat(run.err()).isEqualTo("1 of 2 files rewritten\n");
    assertThat(run.code()).isZero();
    assertThat(read(rough)).isEqualTo(NEAT);
    assertThat(read(neat)).isEqualTo(NEAT);
    assertThat(read(other)).isEqualTo(ROUGH);
    assertOnly("a.writ", "b.writ", "c.txt");
    assertThat(Run.writ("fmt", folder.toString()).err()).isEqualTo("0 of 2 files rewritten\n");
  }

  @Test
  void file_namedTwice_isFormattedOnce() throws IOException {
    Path rough = write("a.writ", ROUGH);
    assertThat(Run.writ("fmt", rough.toString(), rough.toString(), folder.toString()).out())
        .isEqualTo(rough + "\n");
  }

  @Test
  void check_ofAFileThatWouldChange_listsItAndLeavesIt() throws IOException {
    Path rough = write("a.writ", ROUGH);
    write("b.writ", NEAT);
    Run run = Run.writ("fmt", "--check", folder.toString());
    assertThat(run.out()).isEqualTo(rough + "\n");
    assertThat(run.err()).isEqualTo("1 of 2 files would change\n");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(read(rough)).isEqualTo(ROUGH);
  }

  @Test
  void check_ofFormattedFiles_endsWithZero() throws IOException {
    write("b.writ", NEAT);
    Run run = Run.writ("fmt", "--check", folder.toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void diff_ofAFileThatWouldChange_isUnified() throws IOException {
    Path rough = write("a.writ", "module m;\n\n" + ROUGH + "\n\n\nentity T;\n");
    Run run = Run.writ("fmt", "--diff", rough.toString());
    assertThat(run.out())
        .isEqualTo(
            """
            --- %1$s
            +++ %1$s
            @@ -1,7 +1,5 @@
             module m;
            \s
            -enum E{a,b}
            -
            -
            +enum E { a, b }
            \s
             entity T;
            """
                .formatted(rough));
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(read(rough)).contains(ROUGH);
  }

  @Test
  void diff_onATerminal_isColoured() throws IOException {
    Path rough = write("a.writ", ROUGH);
    Run run = new Run.Setting().outTerminal().writ("fmt", "--diff", rough.toString());
    assertThat(run.out()).contains("\u001b[31m-enum E{a,b}", "\u001b[32m+enum E { a, b }");
  }

  @Test
  void input_formatted_isWrittenToOutput() {
    for (String option : new String[] {"-", "--stdin"}) {
      Run run = Run.withInput(ROUGH, "fmt", option);
      assertThat(run.out()).isEqualTo(NEAT);
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
    }
    assertThat(Run.withInput("", "fmt", "-").out()).isEmpty();
  }

  @Test
  void input_checked_isNotWritten() {
    Run run = Run.withInput(ROUGH, "fmt", "--check", "-");
    assertThat(run.out()).isEqualTo("standard input\n");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Run.withInput(NEAT, "fmt", "--check", "-").code()).isZero();
    assertThat(Run.withInput(ROUGH, "fmt", "--diff", "-").out())
        .startsWith("--- standard input\n+++ standard input\n@@ -1 +1 @@\n-enum");
  }

  @Test
  void input_thatDoesNotParse_givesNoOutput() {
    Run run = Run.withInput("permit;", "fmt", "-");
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--> standard input:1:7");
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
  }

  @Test
  void input_besidePaths_isAUsageError() throws IOException {
    write("a.writ", ROUGH);
    Run run = Run.writ("fmt", "-", folder.toString());
    assertThat(run.err())
        .isEqualTo(
            """
            error: standard input is formatted alone, without other paths
            try `writ fmt --help`
            """);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.writ("fmt", "--stdin", folder.toString()).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void commandLine_withoutPath_isAUsageError() {
    Run run = Run.writ("fmt");
    assertThat(run.err())
        .isEqualTo("error: missing required parameter: `PATH`\ntry `writ fmt --help`\n");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void file_thatDoesNotParse_isLeftWhileOthersAreFormatted() throws IOException {
    Path broken = write("a.writ", "enum  E {\n");
    Path rough = write("b.writ", ROUGH);
    Run run = Run.writ("fmt", folder.toString());
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(run.out()).isEqualTo(rough + "\n");
    assertThat(run.err())
        .contains("error[", "--> " + broken + ":1:")
        .endsWith("1 of 2 files rewritten\n");
    assertThat(read(broken)).isEqualTo("enum  E {\n");
    assertThat(read(rough)).isEqualTo(NEAT);
  }

  @Test
  void file_thatIsNotUtf8_isLeft() throws IOException {
    byte[] bytes = {'/', '/', (byte) 0xFF, '\n'};
    Path file = Files.write(folder.resolve("a.writ"), bytes);
    Run run = Run.writ("fmt", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(run.err()).contains("the file is not UTF-8");
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void file_thatIsTooLarge_isLeft() throws IOException {
    Path file = write("a.writ", "// x\n".repeat(1 << 20));
    Run run = Run.writ("fmt", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.POLICY);
    assertThat(run.err()).contains("the file is too large");
    assertThat(Files.size(file)).isEqualTo(5 << 20);
  }

  @Test
  void file_thatIsEmptyOrBlank_becomesEmpty() throws IOException {
    Path empty = write("a.writ", "");
    Path blank = write("b.writ", " \n\n\t\n");
    Path comment = write("c.writ", "\n\n// only this");
    assertThat(Run.writ("fmt", folder.toString()).code()).isZero();
    assertThat(read(empty)).isEmpty();
    assertThat(read(blank)).isEmpty();
    assertThat(read(comment)).isEqualTo("// only this\n");
  }

  @Test
  void lineEnds_ofAFile_areThoseOfMostOfItsLines() throws IOException {
    Path crlf = write("a.writ", "// a\r\n// b\r\n// c\nenum E{a}");
    Path lf = write("b.writ", "// a\r\n// b\n// c\nenum E{a}");
    Path marked = write("c.writ", "\uFEFF" + ROUGH);
    assertThat(Run.writ("fmt", folder.toString()).code()).isZero();
    assertThat(read(crlf)).isEqualTo("// a\r\n// b\r\n// c\r\nenum E { a }\r\n");
    assertThat(read(lf)).isEqualTo("// a\n// b\n// c\nenum E { a }\n");
    assertThat(read(marked)).isEqualTo("\uFEFF" + NEAT);
  }

  @Test
  void path_thatIsNotThere_isAnInputErrorBeforeAnythingIsWritten() throws IOException {
    Path rough = write("a.writ", ROUGH);
    Path missing = folder.resolve("nope");
    Run run = Run.writ("fmt", rough.toString(), missing.toString());
    assertThat(run.err())
        .isEqualTo("error: cannot read `" + missing + "`: no such file or folder\n");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(read(rough)).isEqualTo(ROUGH);
  }

  @Test
  void folder_withoutPolicies_isAnInputError() {
    Run run = Run.writ("fmt", folder.toString());
    assertThat(run.err())
        .isEqualTo(
            "error: there is no policy file in `"
                + folder
                + "`\nhelp: policy files end in `.writ`\n");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
  }

  @Test
  void folder_thatEndsLikeAPolicy_isLookedInto() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("x.writ"));
    Path rough = Files.writeString(inner.resolve("a.writ"), ROUGH);
    assertThat(Run.writ("fmt", folder.toString()).out()).isEqualTo(rough + "\n");
  }

  @Test
  void file_replaced_keepsItsPermissionsAndLinks() throws IOException {
    Path rough = write("a.writ", ROUGH);
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-r-x---");
    Files.setPosixFilePermissions(rough, permissions);
    Path link = Files.createSymbolicLink(folder.resolve("link.writ"), rough.getFileName());
    assertThat(Run.writ("fmt", link.toString()).code()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(read(rough)).isEqualTo(NEAT);
    assertThat(Files.getPosixFilePermissions(rough)).isEqualTo(permissions);
    assertOnly("a.writ", "link.writ");
  }

  @Test
  void file_thatMayNotBeWritten_isAnInputErrorAndStays() throws IOException {
    Path file = write("a.writ", ROUGH);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "this user may write every file");
    Path other = write("b.writ", ROUGH);
    Run run = Run.writ("fmt", folder.toString());
    assertThat(run.err())
        .isEqualTo(
            "error: cannot write `" + file + "`: permission denied\n1 of 2 files rewritten\n");
    assertThat(run.out()).isEqualTo(other + "\n");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(read(file)).isEqualTo(ROUGH);
  }

  @Test
  void file_thatIsGoneWhenItIsReplaced_isNotMadeAnew() throws IOException {
    Path gone = folder.resolve("a.writ");
    assertThatThrownBy(() -> FormattedFiles.replace(gone, NEAT))
        .isInstanceOf(NoSuchFileException.class);
    assertOnly();
  }

  @Test
  void text_ofManyRules_isFormattedInOnePass() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("permit \"r").append(i).append("\" read by U on D when a.b and c.d;\n");
    }
    Run run =
        new Run.Setting().input(text.toString().getBytes(StandardCharsets.UTF_8)).writ("fmt", "-");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().count()).isEqualTo(10_000 * 4 - 1);
  }
}
