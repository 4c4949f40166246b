package dev.writ.bench.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The budget file: a line for each scenario with its name, the ratio to the floor and the bytes,
 * apart by blanks; {@code #} starts a comment. Immutable.
 *
 * @param all the budgets, in the order of the file; no scenario twice, at least one
 */
record Budgets(List<Budget> all) {
  Budgets {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is no budget");
    }
    if (all.stream().map(Budget::scenario).distinct().count() < all.size()) {
      throw new IllegalArgumentException("a scenario has two budgets");
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if a line is no budget
   * @throws IOException if the file cannot be read
   */
  static Budgets read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  /**
   * Reads lines.
   *
   * @throws IllegalArgumentException if one is no budget
   */
  static Budgets of(List<String> lines) {
    List<Budget> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).replaceFirst("#.*", "").trim();
      if (!text.isEmpty()) {
        all.add(budget(text, i + 1));
      }
    }
    return new Budgets(all);
  }

  private static Budget budget(String text, int line) {
    String[] words = text.split("\\s+", -1);
    try {
      if (words.length == 3) {
        return new Budget(words[0], Double.parseDouble(words[1]), Long.parseLong(words[2]));
      }
    } catch (NumberFormatException e) {
      throw wrong(text, line, e);
    }
    throw wrong(text, line, null);
  }

  private static IllegalArgumentException wrong(String text, int line, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "line " + line + " is no scenario, ratio and bytes: `" + text + "`", cause);
  }
}
