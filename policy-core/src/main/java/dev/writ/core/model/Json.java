package dev.writ.core.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A JSON value, before it has a type: what requests, entities and states are written in.
 *
 * <p>Immutable. Numbers keep their text, so that nothing is lost on the way to a type.
 */
public sealed interface Json {

  /** Calls the visitor's method for this kind of value. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of value. */
  interface Visitor<R> {
    R visitNull(Null json);

    R visitBool(Bool json);

    R visitNum(Num json);

    R visitStr(Str json);

    R visitArr(Arr json);

    R visitObj(Obj json);
  }

  /** {@code null}. */
  record Null() implements Json {
    public static final Null INSTANCE = new Null();

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNull(this);
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements Json {
    static final Bool TRUE = new Bool(true);
    static final Bool FALSE = new Bool(false);

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitBool(this);
    }
  }

  /** A number, by its text as RFC 8259 allows it. */
  record Num(String text) implements Json {
    /**
     * @throws IllegalArgumentException if the text is no number of JSON
     */
    public Num {
      if (!JsonText.isNumber(text)) {
        throw new IllegalArgumentException(Shown.text(text) + " is not a number");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNum(this);
    }
  }

  /** A string. */
  record Str(String value) implements Json {
    public Str {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitStr(this);
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitArr(this);
    }
  }

  /** An object; the order of its members is kept, a name stands once. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Members.copyOf(members);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitObj(this);
    }
  }

  /** The string. */
  static Json of(String text) {
    return new Str(text);
  }

  /** The number. */
  static Json of(long number) {
    return new Num(Long.toString(number));
  }

  /** The boolean. */
  static Json of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  /** The array of these values. */
  static Json array(Collection<? extends Json> items) {
    return new Arr(List.copyOf(items));
  }

  /** An empty object, to which members are put. */
  static JsonObject object() {
    return new JsonObject();
  }

  /** The string as a JSON literal, in the least escaped form of RFC 8785. */
  static String quote(String text) {
    return JsonText.quote(text);
  }
}
