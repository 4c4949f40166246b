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
  private boolean told;
  private @Nullable Problems place;
  private @Nullable Span span;

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
    if (nodes <= limits.nodes() && depth <= limits.depth()) {
      return true;
    }
    if (!told) {
      told = true;
      report(place == null ? problems : place, span == null ? node.span() : span);
    }
    return false;
  }

  void leave() {
    depth--;
  }

  private void report(Problems problems, Span at) {
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
