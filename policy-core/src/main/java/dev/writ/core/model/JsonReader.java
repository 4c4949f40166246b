package dev.writ.core.model;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads one JSON value (RFC 8259), strictly: a name stands once in an object, strings are of code
 * points, bytes are UTF-8 without a byte order mark, and nothing follows the value.
 *
 * <p>Immutable, thread-safe.
 */
public final class JsonReader {

  private static final JsonReader DEFAULT = new JsonReader(JsonLimits.DEFAULT);

  private final JsonLimits limits;
  private final JsonFactory factory;

  /** A reader with these limits. */
  public JsonReader(JsonLimits limits) {
    this.limits = limits;
    this.factory = JsonSource.factory(limits);
  }

  /**
   * Reads a text within the default limits.
   *
   * @throws JsonException if it is not one JSON value, or passes a limit
   */
  public static Json read(String text) throws JsonException {
    return DEFAULT.parse(text);
  }

  /**
   * Reads UTF-8 within the default limits.
   *
   * @throws JsonException if it is not UTF-8, not one JSON value, or passes a limit
   */
  public static Json read(byte[] utf8) throws JsonException {
    return DEFAULT.parse(utf8);
  }

  /**
   * Reads UTF-8 to its end within the default limits. The stream stays open.
   *
   * @throws JsonException if it is not UTF-8, not one JSON value, or passes a limit
   * @throws IOException if the stream fails
   */
  public static Json read(InputStream utf8) throws IOException {
    return DEFAULT.parse(utf8);
  }

  /**
   * Reads a text.
   *
   * @throws JsonException if it is not one JSON value, or passes a limit
   */
  public Json parse(String text) throws JsonException {
    checkLength(text.length());
    try (JsonSource source = new JsonSource(factory, new StringReader(text), limits)) {
      return source.readAll();
    } catch (JsonException e) {
      throw e;
    } catch (IOException e) {
      throw new AssertionError("a string cannot fail to be read", e);
    }
  }

  /**
   * Reads UTF-8.
   *
   * @throws JsonException if it is not UTF-8, not one JSON value, or passes a limit
   */
  public Json parse(byte[] utf8) throws JsonException {
    checkLength(utf8.length);
    Json plain = Utf8Json.read(utf8, limits);
    return plain == null ? parseClosely(utf8) : plain;
  }

  /** The same, by the parser that tells places. */
  Json parseClosely(byte[] utf8) throws JsonException {
    return parse(decode(utf8));
  }

  /**
   * Reads UTF-8 to its end. The stream stays open.
   *
   * @throws JsonException if it is not UTF-8, not one JSON value, or passes a limit
   * @throws IOException if the stream fails
   */
  public Json parse(InputStream utf8) throws IOException {
    int enough = limits.length() == Integer.MAX_VALUE ? limits.length() : limits.length() + 1;
    return parse(utf8.readNBytes(enough));
  }

  private void checkLength(int length) throws JsonException {
    if (length > limits.length()) {
      throw new JsonException(0, 0, "the text is longer than " + limits.length());
    }
  }

  private static String decode(byte[] utf8) throws JsonException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(utf8.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw notUtf8(out.flip().toString());
    }
    return out.flip().toString();
  }

  private static JsonException notUtf8(String before) {
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new JsonException(line, column, "the bytes are not UTF-8 here");
  }
}
