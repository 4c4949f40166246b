package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts the nodes of one condition with its lets written out, so that a few lets that use each
 * other twice cannot keep the compiler busy for ever.
 */
final class Budget {
  private final ExpressionLimits limits;
  private int nodes;
  private int depth;
  private long cost;
  private long times = 1;
  private boolean told;
  private @Nullable Problems place;
  private @Nullable Span span;
  private @Nullable Span quantifier;

  Budget(ExpressionLimits limits) {
    this.limits = limits;
  }

  ExpressionLimits limits() {
    return limits;
  }

  /** Does something inside a let, and remembers its outermost use: what the author can change. */
  <T> T inLet(Problems problems, Span use, Supplier<T> work) {
    if (place != null) {
      return work.get();
    }
    place = problems;
    span = use;
    try {
      return work.get();
    } finally {
      place = null;
      span = null;
    }
  }

  /** Counts a node; false, and reported once, if it is one too many. */
  boolean enter(Expression node, Problems problems) {
    nodes++;
    depth++;
    cost += times;
    if (nodes <= limits.nodes() && depth <= limits.depth() && cost <= limits.cost()) {
      return true;
    }
    if (!told) {
      told = true;
      report(place == null ? problems : place, span == null ? node.span() : span);
    }
    return false;
  }

  /** Does something that is evaluated again for each of so many elements of a quantifier. */
  <T> T forEach(long elements, Span at, Supplier<T> work) {
    if (quantifier != null) {
      return work.get();
    }
    times = elements;
    quantifier = at;
    try {
      return work.get();
    } finally {
      times = 1;
      quantifier = null;
    }
  }

  /** What was counted so far, over all elements of quantifiers. */
  long cost() {
    return cost;
  }

  void leave() {
    depth--;
  }

  private void report(Problems problems, Span at) {
    if (nodes <= limits.nodes() && depth <= limits.depth()) {
      problems.error(
          DiagnosticCode.COST_TOO_HIGH,
          place == null && quantifier != null ? quantifier : at,
          "the condition may evaluate more than " + limits.cost() + " names and operators",
          "bound the sets of its quantifiers with `max`, or ask less of each element");
      return;
    }
    boolean deep = nodes <= limits.nodes();
    problems.error(
        DiagnosticCode.EXPANSION_TOO_LARGE,
        at,
        deep
            ? "the condition is nested more than " + limits.depth() + " levels deep"
            : "the condition holds more than " + limits.nodes() + " names and operators",
        place == null
            ? "split the rule"
            : "what a let stands for is put in at every use: let lets use each other less");
  }
}
