package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.documentation.TutorialPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, typed in from start to end by somebody who compares what it shows. */
final class TutorialTest {
  private static final Path PAGE = Path.of("docs", "tutorial.md");

  @TempDir private Path folder;

  @Test
  void tutorial_typedIn_showsWhatItSays() throws IOException, InterruptedException {
    Typist typist = new Typist(folder);

    TutorialPage.follow(PAGE, typist);

    assertThat(typist.files).isGreaterThan(7);
    assertThat(typist.commands).isGreaterThan(12);
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
