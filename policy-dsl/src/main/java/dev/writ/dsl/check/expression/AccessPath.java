package dev.writ.dsl.check.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value is read from: a root or a variable, and the fields, tags and parts behind it. Two
 * expressions with equal paths have the same value in one request.
 *
 * @param start a {@link ContextRoot} or a {@link LocalVariable}
 * @param steps the names behind it
 */
record AccessPath(Object start, List<String> steps) {
  AccessPath {
    steps = List.copyOf(steps);
  }

  static AccessPath of(Object start) {
    return new AccessPath(start, List.of());
  }

  AccessPath then(String step) {
    List<String> more = new ArrayList<>(steps);
    more.add(step);
    return new AccessPath(start, more);
  }
}
