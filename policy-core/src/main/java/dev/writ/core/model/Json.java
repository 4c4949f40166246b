package dev.writ.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A JSON value, before it has a type: what requests, entities and states are written in.
 *
 * <p>Immutable. Numbers keep their text, so that nothing is lost on the way to a type.
 */
public sealed interface Json {

  /** {@code null}. */
  record Null() implements Json {
    public static final Null INSTANCE = new Null();
  }

  /** A boolean. */
  record Bool(boolean value) implements Json {}

  /** A number, by its text as RFC 8259 allows it. */
  record Num(String text) implements Json {
    public Num {
      Objects.requireNonNull(text, "text");
    }
  }

  /** A string. */
  record Str(String value) implements Json {
    public Str {
      Objects.requireNonNull(value, "value");
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /** An object; the order of its members is kept, a name stands once. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** The string as a JSON literal, in the least escaped form of RFC 8785. */
  static String quote(String text) {
    return JsonText.quote(text);
  }
}
