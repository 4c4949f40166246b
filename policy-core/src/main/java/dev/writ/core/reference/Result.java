package dev.writ.core.reference;

import dev.writ.core.model.BoolValue;
import dev.writ.core.model.Value;
import java.util.Objects;
import java.util.function.Function;

/** What an expression came to: a value, or an error whose causes are among the {@link Findings}. */
sealed interface Result {

  /** A value. */
  record Found(Value value) implements Result {
    public Found {
      Objects.requireNonNull(value, "value");
    }
  }

  /** No value. */
  record Failed() implements Result {}

  /** The error. */
  static Result error() {
    return new Failed();
  }

  /** The Bool that a condition needs to hold. */
  Value YES = BoolValue.TRUE;

  /** This value. */
  static Result of(Value value) {
    return new Found(value);
  }

  /** This truth value, as a Bool. */
  static Result of(boolean value) {
    return new Found(value ? BoolValue.TRUE : BoolValue.FALSE);
  }

  /** Strict application: an error stays one. */
  default Result then(Function<Value, Result> operator) {
    return this instanceof Found found ? operator.apply(found.value()) : this;
  }

  /** Whether this is the error. */
  default boolean failed() {
    return this instanceof Failed;
  }
}
