package dev.writ.dsl.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the policy texts of a Markdown page, the blocks that start with {@code ```writ}.
 *
 * <p>Comments that a reader does not see say what belongs to a block:
 *
 * <ul>
 *   <li>{@code <!-- name: world -->}: the next block is called {@code world}, on every page;
 *   <li>{@code <!-- with: world, more -->}: from here to the next such comment, blocks are compiled
 *       together with those; {@code <!-- with: -->} ends it;
 *   <li>{@code <!-- in: permit "p" read by User on Service when …; -->}: the next block stands
 *       where the dots are.
 * </ul>
 *
 * <p>Words after {@code writ}: {@code error W0204}, it has this error and no other; {@code lines},
 * each line is an example of its own.
 */
final class Page {
  /** The template of what stands for itself. */
  static final String WHOLE = "…";

  private static final Pattern COMMENT =
      Pattern.compile("<!-- (name|with|in):(.*?)-->", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile(
          COMMENT.pattern() + "|^```writ([^\n]*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  private final String name;
  private final String text;
  private final List<Example> found = new ArrayList<>();
  private @Nullable String calledNext;
  private List<String> with = List.of();
  private String template = WHOLE;

  private Page(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** Returns the blocks of a page in their order. */
  static List<Example> read(Path file) {
    try {
      Page page = new Page(file.toString(), Files.readString(file));
      page.read();
      return page.found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group(1) != null) {
        comment(part.group(1), part.group(2).strip());
      } else {
        block(part.group(3).strip(), part.group(4), part.start(4));
      }
    }
  }

  private void comment(String kind, String value) {
    switch (kind) {
      case "name" -> calledNext = value;
      case "in" -> template = value;
      default -> with = value.isEmpty() ? List.of() : List.of(value.split(" *, *"));
    }
  }

  private void block(String info, String content, int start) {
    List<String> words = info.isEmpty() ? List.of() : List.of(info.split(" +"));
    int error = words.indexOf("error");
    int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    found.add(
        new Example(
            name,
            line,
            content,
            calledNext,
            with,
            template,
            words.contains("lines"),
            error < 0 ? null : words.get(error + 1)));
    calledNext = null;
    template = WHOLE;
  }
}
