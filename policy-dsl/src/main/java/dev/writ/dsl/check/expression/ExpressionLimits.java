package dev.writ.dsl.check.expression;

/**
 * Bounds on what one condition may hold, its lets written out.
 *
 * @param nodes how many names, literals and operators
 * @param depth how deeply they may be nested
 * @param reads how many entities one after another may be read for a value
 * @param cost how many nodes may be evaluated at most, those of a quantifier once for each element
 *     that its sets may hold
 */
public record ExpressionLimits(int nodes, int depth, int reads, int cost) {
  /** 10,000 nodes, 200 levels, three dereferences, 100,000 evaluated. */
  public static final ExpressionLimits DEFAULT = new ExpressionLimits(10_000, 200, 3, 100_000);
}
