package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What checking an expression found.
 *
 * @param type its type, or null where it has none because an error was reported
 * @param whenTrue what is proved where it is true; for other types than Bool what was known before
 * @param whenFalse what is proved where it is false
 * @param path where it is read from, or null where it is computed
 * @param reads how many entities one after another are read for it
 * @param host whether it is the host of a URL
 * @param absent whether it may be absent, where that was allowed
 * @param declared its type before tests narrowed it
 */
record Outcome(
    @Nullable Type type,
    Flow whenTrue,
    Flow whenFalse,
    @Nullable AccessPath path,
    int reads,
    boolean host,
    boolean absent,
    @Nullable Type declared) {

  static Outcome failed(Flow flow) {
    return new Outcome(null, flow, flow, null, 0, false, false, null);
  }

  static Outcome of(Type type, Flow flow) {
    return new Outcome(type, flow, flow, null, 0, false, false, type);
  }

  static Outcome bool(Flow whenTrue, Flow whenFalse) {
    return new Outcome(
        Type.Scalar.BOOL, whenTrue, whenFalse, null, 0, false, false, Type.Scalar.BOOL);
  }

  /** What is proved where this is not so. */
  Outcome negated() {
    return bool(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }

  boolean failed() {
    return type == null;
  }

  /** Whether this is of a scalar type. */
  boolean is(Type.Scalar scalar) {
    return type == scalar;
  }

  Outcome at(AccessPath place, int entitiesRead) {
    return new Outcome(type, whenTrue, whenFalse, place, entitiesRead, host, absent, declared);
  }

  Outcome ofHost() {
    return new Outcome(type, whenTrue, whenFalse, path, reads, true, absent, declared);
  }

  Outcome mayBeAbsent() {
    return new Outcome(type, whenTrue, whenFalse, path, reads, host, true, declared);
  }

  Outcome reading(int entitiesRead) {
    return new Outcome(type, whenTrue, whenFalse, path, entitiesRead, host, absent, declared);
  }

  /** This outcome with the entity types that tests have left. */
  Outcome narrowed(Flow flow) {
    SortedSet<String> left = path == null ? null : flow.types().get(path);
    if (left == null || !(type instanceof Type.EntityType entity)) {
      return this;
    }
    SortedSet<String> both = new TreeSet<>(entity.types());
    both.retainAll(left);
    Type narrow = both.isEmpty() ? entity : new Type.EntityType(both);
    return new Outcome(narrow, whenTrue, whenFalse, path, reads, host, absent, declared);
  }
}
