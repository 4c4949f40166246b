package dev.writ.core.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON in UTF-8 with which nothing is wrong, byte by byte.
 *
 * <p>Takes nothing that {@link JsonReader} refuses, and not all that it takes: what this leaves is
 * read, or refused with a place, by that. Mutable, for one text.
 */
final class Utf8Json {
  private static final int DEEPEST = 64;
  private static final int LONG_NUMBER = 128;

  private final byte[] text;
  private final int deepest;
  private final int longestNumber;
  private int at;
  private int depth;

  private Utf8Json(byte[] text, JsonLimits limits) {
    this.text = text;
    this.deepest = Math.min(DEEPEST, limits.depth());
    this.longestNumber = Math.min(LONG_NUMBER, limits.numberLength());
  }

  /** The one value that stands there, or null where it is to be looked at closely. */
  static @Nullable Json read(byte[] text, JsonLimits limits) {
    Utf8Json reading = new Utf8Json(text, limits);
    Json value = reading.value(reading.next());
    return value == null || reading.next() >= 0 ? null : value;
  }

  /** The next byte that is no white space, or -1 at the end. */
  private int next() {
    while (at < text.length) {
      byte b = text[at++];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b & 0xff;
      }
    }
    return -1;
  }

  /** The value that begins with this byte, which was read. */
  private @Nullable Json value(int first) {
    return switch (first) {
      case '"' -> text();
      case '{' -> nested(true);
      case '[' -> nested(false);
      case 't' -> word("true", Json.Bool.TRUE);
      case 'f' -> word("false", Json.Bool.FALSE);
      case 'n' -> word("null", Json.Null.INSTANCE);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> null;
    };
  }

  private @Nullable Json text() {
    String string = string();
    return string == null ? null : new Json.Str(string);
  }

  private @Nullable Json nested(boolean object) {
    if (++depth > deepest) {
      return null;
    }
    Json value = object ? object() : array();
    depth--;
    return value;
  }

  private @Nullable Json word(String word, Json value) {
    int from = at - 1;
    if (text.length - from < word.length()) {
      return null;
    }
    for (int i = 1; i < word.length(); i++) {
      if (text[from + i] != word.charAt(i)) {
        return null;
      }
    }
    at = from + word.length();
    return value;
  }

  private static boolean isOfNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
  }

  private @Nullable Json number() {
    int from = at - 1;
    while (at < text.length && isOfNumber(text[at])) {
      at++;
    }
    if (at - from > longestNumber) {
      return null;
    }
    String number = new String(text, from, at - from, StandardCharsets.ISO_8859_1);
    return JsonText.isNumber(number) ? new Json.Num(number) : null;
  }

  /** What stands up to the closing quote. */
  private @Nullable String string() {
    int from = at;
    boolean ascii = true;
    boolean escaped = false;
    while (at < text.length) {
      byte b = text[at++];
      if (b == '"') {
        String string = ascii ? latin(from, at - 1 - from) : utf8(from, at - 1 - from);
        return escaped && string != null ? unescaped(string) : string;
      }
      if (b >= 0 && b < 0x20) {
        return null;
      }
      if (b == '\\') {
        escaped = true;
        at++;
      }
      ascii &= b >= 0;
    }
    return null;
  }

  private String latin(int from, int length) {
    return new String(text, from, length, StandardCharsets.ISO_8859_1);
  }

  /** What is not UTF-8 is decoded to a replacement, and then looked at closely. */
  private @Nullable String utf8(int from, int length) {
    String string = new String(text, from, length, StandardCharsets.UTF_8);
    return string.indexOf('\ufffd') >= 0 ? null : string;
  }

  /** The string with its escapes resolved; those by number are looked at closely. */
  private static @Nullable String unescaped(String string) {
    StringBuilder plain = new StringBuilder(string.length());
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      int escaped = c == '\\' ? "\"\\/bfnrt".indexOf(string.charAt(++i)) : -1;
      if (c == '\\' && escaped < 0) {
        return null;
      }
      plain.append(c == '\\' ? "\"\\/\b\f\n\r\t".charAt(escaped) : c);
    }
    return plain.toString();
  }

  private @Nullable Json array() {
    List<Json> items = new ArrayList<>();
    int first = next();
    if (first == ']') {
      return new Json.Arr(items);
    }
    while (true) {
      Json item = value(first);
      if (item == null) {
        return null;
      }
      items.add(item);
      int after = next();
      if (after == ']') {
        return new Json.Arr(items);
      }
      if (after != ',') {
        return null;
      }
      first = next();
    }
  }

  private @Nullable Json object() {
    Members.Building members = new Members.Building();
    int first = next();
    if (first == '}') {
      return new Json.Obj(members.build());
    }
    while (true) {
      String name = first == '"' ? string() : null;
      Json value = name == null || next() != ':' ? null : value(next());
      if (name == null || value == null || !members.add(name, value)) {
        return null;
      }
      int after = next();
      if (after == '}') {
        return new Json.Obj(members.build());
      }
      if (after != ',') {
        return null;
      }
      first = next();
    }
  }
}
