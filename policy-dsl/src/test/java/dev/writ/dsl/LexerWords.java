package dev.writ.dsl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the language, as the lexer lists them. */
public final class LexerWords {
  private static final Path LEXER =
      Path.of("src", "main", "antlr4", "dev", "writ", "dsl", "grammar", "WritLexer.g4");
  private static final Pattern WORD = Pattern.compile("(?m)^[A-Z_]+ *: '([A-Za-z]+)';");

  private LexerWords() {}

  /** Every word. */
  public static Set<String> all() {
    return words(text());
  }

  /** Those that are names in back-ticks only: the lexer's first section. */
  public static Set<String> reserved() {
    String text = text();
    return words(
        text.substring(text.indexOf("// reserved as bare names"), text.indexOf("// contextual")));
  }

  private static String text() {
    try {
      return Files.readString(LEXER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group(1));
    }
    return words;
  }
}
