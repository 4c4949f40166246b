package dev.writ.dsl.imports;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How names and texts are spelled in the language. */
final class WritNames {
  /** The longest name of others that is taken as a name. */
  private static final int LONGEST = 200;

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");

  /** Words that are names in back-ticks only (language reference, section 2). */
  static final Set<String> RESERVED =
      Set.of(
          "principal",
          "delegator",
          "origin",
          "resource",
          "args",
          "facts",
          "session",
          "now",
          "and",
          "or",
          "not",
          "is",
          "in",
          "has",
          "lacks",
          "like",
          "if",
          "then",
          "else",
          "true",
          "false",
          "permit",
          "forbid",
          "any",
          "every",
          "by",
          "on",
          "with",
          "when",
          "unless",
          "because",
          "do",
          "nonempty");

  /** Names of types that exist without being declared. */
  static final Set<String> BUILT_IN =
      Set.of(
          "Bool",
          "Int",
          "Decimal",
          "String",
          "Instant",
          "Duration",
          "Ip",
          "Cidr",
          "Path",
          "Url",
          "SpiffeId",
          "Command",
          "Opaque",
          "Set",
          "Map",
          "Source",
          "Weekday");

  private WritNames() {}

  /** Whether a text of others can be a name, in back-ticks at least. */
  static boolean canBeName(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.length() <= LONGEST
        && text.indexOf('`') < 0
        && PlainText.isSafe(text);
  }

  /** Whether a text can be a name without back-ticks. */
  static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches() && !RESERVED.contains(text);
  }

  /** The name, in back-ticks where it needs them. */
  static String name(String text) {
    return isIdentifier(text) ? text : "`" + text + "`";
  }

  /** A type's name made of these words: {@code sort_by} and {@code order} give SortByOrder. */
  static String typeName(Iterable<String> words) {
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      for (String part : SEPARATORS.split(word, -1)) {
        if (!part.isEmpty()) {
          out.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
        }
      }
    }
    return identifier(out.toString(), "Value", "V");
  }

  /** A lower-case word made of a text: {@code no longer needed} gives no_longer_needed. */
  static String word(String text, String otherwise) {
    String joined = SEPARATORS.matcher(text).replaceAll("_");
    String inner = joined.replaceAll("^_+|_+$", "");
    return identifier(inner, otherwise, "v");
  }

  private static String identifier(String text, String otherwise, String prefix) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    if (cut.isEmpty()) {
      return otherwise;
    }
    return Character.isDigit(cut.charAt(0)) ? prefix + cut : cut;
  }

  /** The text as a string literal; what is not seen is escaped. */
  static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(out, c));
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '"' || c == '\\') {
      out.append('\\').appendCodePoint(c);
    } else if (c == ' ' || PlainText.isSafe(Character.toString(c))) {
      out.appendCodePoint(c);
    } else {
      out.append("\\u{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
    }
  }
}
