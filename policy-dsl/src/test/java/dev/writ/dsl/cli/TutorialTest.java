package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.documentation.TutorialPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages with commands, typed in from start to end by somebody who compares what they show. */
final class TutorialTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"tutorial.md, 10, 23", "language/tools.md, 3, 1"})
  void page_typedIn_showsWhatItSays(String page, int files, int commands)
      throws IOException, InterruptedException {
    Typist typist = new Typist(folder);

    TutorialPage.follow(Path.of("docs").resolve(page), typist);

    assertThat(typist.files).isEqualTo(files);
    assertThat(typist.commands).isEqualTo(commands);
  }

  /** Does what the page says, in a folder. */
  private static final class Typist implements TutorialPage.Reader {
    private final Path folder;
    private final TutorialShell shell;
    private int files;
    private int commands;

    Typist(Path folder) {
      this.folder = folder;
      this.shell = new TutorialShell(folder);
    }

    @Override
    public void saves(String path, String text) throws IOException {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      files++;
    }

    @Override
    public void types(String command, Pattern shown) throws IOException, InterruptedException {
      assertThat(shell.run(command)).as(command).matches(shown);
      commands++;
    }
  }
}
