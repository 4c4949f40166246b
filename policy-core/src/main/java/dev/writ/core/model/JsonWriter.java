package dev.writ.core.model;

/**
 * Writes JSON, in the one canonical form or for readers.
 *
 * <p>The canonical form is that of RFC 8785 (names sorted by UTF-16 units, the least escapes, no
 * white space), but for numbers: an integer within ±(2^53 − 1) is a number, and any other number a
 * string of its exact value, so that nothing passes through a double.
 */
public final class JsonWriter {

  private JsonWriter() {}

  /** The canonical form: one text for all ways to write a value. */
  public static String canonical(Json json) {
    return json.accept(new CanonicalJson()).toString();
  }

  /** Adds the canonical form to a text. */
  public static void canonical(Json json, StringBuilder out) {
    json.accept(new CanonicalJson(out));
  }

  /** The form for readers: members in their order, two spaces a level, no new line at the end. */
  public static String pretty(Json json) {
    return json.accept(new PrettyJson(new StringBuilder(), "\n")).toString();
  }
}
