package dev.writ.core.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON text as it is being read: the whole value, or a long array item by item. */
final class JsonSource implements Closeable {

  private final JsonParser parser;
  private final JsonLimits limits;

  JsonSource(JsonFactory factory, Reader reader, JsonLimits limits) throws IOException {
    this.parser = factory.createParser(reader);
    this.limits = limits;
  }

  /**
   * What makes parsers. The limits are checked in this class, with messages of its own; the
   * factory's only stand behind them.
   */
  static JsonFactory factory(JsonLimits limits) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth() + 1)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .build();
    return JsonFactory.builder()
        .streamReadConstraints(constraints)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .build();
  }

  /** Reads the one value there is. */
  Json readAll() throws IOException {
    return translated(
        () -> {
          Json value = readValue(next());
          expectEnd();
          return value;
        });
  }

  /** What is done with each item of an array. */
  interface Items {
    void take(Json item, int line, int column) throws JsonException;
  }

  /** Reads the one array there is, item by item; gives how many there were. */
  int readItems(Items items) throws IOException {
    return translated(
        () -> {
          if (next() != JsonToken.START_ARRAY) {
            throw here("an array is needed");
          }
          int count = 0;
          for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            JsonLocation at = parser.currentTokenLocation();
            items.take(readValue(token), at.getLineNr(), at.getColumnNr());
            count++;
          }
          expectEnd();
          return count;
        });
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  /** Reads, and says in our own words what the parser finds wrong. */
  private <T> T translated(Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (JsonProcessingException e) {
      throw at(e.getLocation(), JsonFault.reason(e));
    } catch (CharacterCodingException e) {
      throw at(parser.currentLocation(), "the bytes are not UTF-8 after this place");
    }
  }

  private void expectEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw here("something follows the value");
    }
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw at(parser.currentLocation(), "the text ends before the value does");
    }
    return token;
  }

  private Json readValue(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> readObject();
      case START_ARRAY -> readArray();
      case VALUE_STRING -> new Json.Str(wellFormed(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber();
      case VALUE_TRUE -> new Json.Bool(true);
      case VALUE_FALSE -> new Json.Bool(false);
      case VALUE_NULL -> Json.Null.INSTANCE;
      default -> throw here("a value is needed");
    };
  }

  private Json readNumber() throws IOException {
    String text = parser.getText();
    if (text.length() > limits.numberLength()) {
      throw here("a number has more than " + limits.numberLength() + " characters");
    }
    return new Json.Num(text);
  }

  private Json readArray() throws IOException {
    checkDepth();
    List<Json> items = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(readValue(token));
    }
    return new Json.Arr(items);
  }

  private Json readObject() throws IOException {
    checkDepth();
    Map<String, Json> members = new LinkedHashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = wellFormed(parser.currentName());
      if (members.containsKey(name)) {
        throw here("the name " + Shown.text(name) + " stands twice in one object");
      }
      members.put(name, readValue(next()));
    }
    return new Json.Obj(members);
  }

  private void checkDepth() throws JsonException {
    if (parser.getParsingContext().getNestingDepth() > limits.depth()) {
      throw here("arrays and objects are nested deeper than " + limits.depth());
    }
  }

  private String wellFormed(String text) throws JsonException {
    if (!Utf16.isWellFormed(text)) {
      throw here("a string holds half a surrogate pair");
    }
    return text;
  }

  private JsonException here(String reason) {
    return at(parser.currentTokenLocation(), reason);
  }

  private static JsonException at(JsonLocation location, String reason) {
    return new JsonException(
        Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), reason);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
