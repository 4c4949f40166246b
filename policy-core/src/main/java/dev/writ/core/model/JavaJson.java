package dev.writ.core.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java values as JSON: what callers may pass for an argument, a fact or an attribute. */
final class JavaJson {

  private static final int DEEPEST = 64;
  private static final int LONGEST_PLAIN = 64;

  private JavaJson() {}

  /**
   * The value as JSON.
   *
   * @param place where it stands, for the message
   * @throws IllegalArgumentException if its class, or that of a part of it, is none that is taken
   */
  static Json of(@Nullable Object value, String place) {
    return of(value, place, 0);
  }

  private static Json of(@Nullable Object value, String place, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(place + ": nested deeper than " + DEEPEST);
    }
    if (value == null) {
      return Json.Null.INSTANCE;
    }
    if (value instanceof Collection<?> items) {
      return array(items, place, depth);
    }
    if (value instanceof Map<?, ?> members) {
      return object(members, place, depth);
    }
    return scalar(value, place);
  }

  private static Json scalar(Object value, String place) {
    if (value instanceof Json json) {
      return json;
    }
    if (value instanceof Value typed) {
      return ValueJson.toJson(typed);
    }
    if (value instanceof String text) {
      return Json.of(text);
    }
    if (value instanceof Boolean bool) {
      return Json.of(bool);
    }
    if (value instanceof Number number) {
      return number(number, place);
    }
    if (value instanceof Instant instant) {
      return Json.of(new InstantValue(instant.toEpochMilli()).text());
    }
    if (value instanceof Duration duration) {
      return Json.of(new DurationValue(duration.toMillis()).text());
    }
    throw unsupported(
        value, place, "pass a string, a number, an EntityId, a collection or a Value");
  }

  private static Json number(Number number, String place) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger) {
      return new Json.Num(number.toString());
    }
    if (number instanceof BigDecimal decimal) {
      boolean plain = Math.abs((long) decimal.scale()) <= LONGEST_PLAIN;
      return new Json.Num(plain ? decimal.toPlainString() : decimal.toString());
    }
    throw unsupported(number, place, "pass a BigDecimal or a string, which are exact");
  }

  private static Json array(Collection<?> items, String place, int depth) {
    List<Json> json = new ArrayList<>(items.size());
    for (Object item : items) {
      json.add(of(item, place + "[" + json.size() + "]", depth + 1));
    }
    return Json.array(json);
  }

  private static Json object(Map<?, ?> members, String place, int depth) {
    JsonObject json = Json.object();
    members.forEach(
        (name, value) -> {
          if (!(name instanceof String text)) {
            throw new IllegalArgumentException(place + ": the keys of a map are strings");
          }
          json.put(text, of(value, Shown.member(place, text), depth + 1));
        });
    return json.build();
  }

  private static IllegalArgumentException unsupported(Object value, String place, String remedy) {
    return new IllegalArgumentException(
        place + ": a value of " + value.getClass().getName() + " is not taken: " + remedy);
  }
}
