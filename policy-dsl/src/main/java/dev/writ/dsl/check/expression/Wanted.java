package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * What the surroundings of an expression ask of it and let it do.
 *
 * @param type the type that gives words and strings their meaning, or null
 * @param position what it does when the expression is true
 * @param secret whether a secret field may be read
 * @param absent whether a field that may be absent may be read
 * @param target whether a field is read from it, so that {@code args} alone will do
 */
record Wanted(
    @Nullable Type type, Position position, boolean secret, boolean absent, boolean target) {

  static final Wanted ANY = new Wanted(null, Position.NEUTRAL, false, false, false);
  static final Wanted TARGET = new Wanted(null, Position.NEUTRAL, false, false, true);

  static Wanted of(@Nullable Type type) {
    return new Wanted(type, Position.NEUTRAL, false, false, false);
  }

  static Wanted compared(@Nullable Type type, boolean secret) {
    return new Wanted(type, Position.NEUTRAL, secret, false, false);
  }

  static Wanted condition(Position position) {
    return new Wanted(Type.Scalar.BOOL, position, false, false, false);
  }

  static Wanted set() {
    return new Wanted(null, Position.NEUTRAL, false, true, false);
  }
}
