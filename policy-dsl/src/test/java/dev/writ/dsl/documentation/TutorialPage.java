package dev.writ.dsl.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tutorial has its reader do.
 *
 * <p>{@code <!-- file: a/b -->} before a block: the reader saves the block under this name. A block
 * {@code ```console} holds commands behind {@code $ }, each followed by what it shows, in which
 * {@code …} stands for anything.
 */
public final class TutorialPage {
  private static final Pattern PART =
      Pattern.compile(
          "<!-- file: (.*?) -->|^```(\\w+)[^\n]*\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static final String PROMPT = "$ ";

  private TutorialPage() {}

  /** Somebody who follows a tutorial. */
  public interface Reader {
    /** Saves a text as a file of the folder that the reader is in. */
    void saves(String path, String text) throws IOException;

    /** Types a command, and sees what is shown. */
    void types(String command, Pattern shown) throws IOException, InterruptedException;
  }

  /** Has a reader do all that a page says, in its order. */
  public static void follow(Path page, Reader reader) throws IOException, InterruptedException {
    Matcher part = PART.matcher(Files.readString(page));
    String saved = null;
    while (part.find()) {
      if (part.group(1) != null) {
        saved = part.group(1);
      } else if (saved != null) {
        reader.saves(saved, part.group(3));
        saved = null;
      } else if (part.group(2).equals("console")) {
        type(part.group(3), reader);
      }
    }
  }

  private static void type(String block, Reader reader) throws IOException, InterruptedException {
    for (String run : List.of(block.substring(PROMPT.length()).split("\n\\$ "))) {
      int end = run.indexOf('\n');
      String command = end < 0 ? run : run.substring(0, end);
      reader.types(command, pattern(end < 0 ? "" : run.substring(end + 1)));
    }
  }

  private static Pattern pattern(String shown) {
    List<String> parts = new ArrayList<>();
    for (String part : shown.stripTrailing().split("…", -1)) {
      parts.add(Pattern.quote(part));
    }
    return Pattern.compile(String.join(".*?", parts) + "\\s*", Pattern.DOTALL);
  }
}
