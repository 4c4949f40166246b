package dev.writ.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command line of plain words and single spaces, at least one word.
 *
 * <p>A word is of {@code A-Z a-z 0-9 _ . / : = @ % + , -}, so nothing in it is quoted, expanded or
 * chained by a shell. The first word holds no {@code =}: a shell would take it for an assignment
 * and run the next word.
 */
public record CommandValue(String text) implements Value {

  private static final String MARKS = "_./:=@%+,-";

  /**
   * @throws IllegalArgumentException if the text is no such command
   */
  public CommandValue {
    String problem = problem(text);
    if (problem != null) {
      throw new IllegalArgumentException(message(text, problem));
    }
  }

  /**
   * The command written so.
   *
   * @throws InvalidValueException if the text is no such command
   */
  public static CommandValue parse(String text) throws InvalidValueException {
    String problem = problem(text);
    if (problem != null) {
      throw new InvalidValueException("", message(text, problem));
    }
    return new CommandValue(text);
  }

  private static String message(String text, String problem) {
    return Shown.text(text) + " is not a Command: " + problem;
  }

  private static @Nullable String problem(String text) {
    if (text.isEmpty() || text.startsWith(" ") || text.endsWith(" ") || text.contains("  ")) {
      return "words are separated by single spaces, with none before or after";
    }
    int other = firstOther(text);
    if (other >= 0) {
      String found = Shown.text(Character.toString(text.codePointAt(other)));
      return found + " is not allowed, only `A-Z a-z 0-9 _ . / : = @ % + , -` and single spaces";
    }
    int space = text.indexOf(' ');
    String program = space < 0 ? text : text.substring(0, space);
    return program.indexOf('=') < 0 ? null : "its first word is an assignment";
  }

  private static int firstOther(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean plain = letter || (c >= '0' && c <= '9') || c == ' ';
      if (!plain && MARKS.indexOf(c) < 0) {
        return i;
      }
    }
    return -1;
  }

  /** All words. */
  public List<String> words() {
    return List.of(text.split(" "));
  }

  /** The first word. */
  public String program() {
    return words().get(0);
  }

  /** The word after the program, or null where there is none. */
  public @Nullable String first() {
    List<String> words = words();
    return words.size() < 2 ? null : words.get(1);
  }

  /** The words after the program. */
  public List<String> args() {
    List<String> words = words();
    return words.subList(1, words.size());
  }

  /** Whether the first words are these. */
  public boolean startsWith(List<String> prefix) {
    List<String> words = words();
    return prefix.size() <= words.size() && words.subList(0, prefix.size()).equals(prefix);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitCommand(this);
  }
}
