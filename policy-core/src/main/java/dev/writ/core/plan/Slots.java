package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.slice.Attributes;

/**
 * The attributes that a slice reads of a request, each with a place where a view keeps its value
 * once it was read. Mutable while the slice is compiled.
 */
final class Slots {
  private int size;

  int size() {
    return size;
  }

  /** The node, so that a view of this slice reads it once; itself where that is not worth it. */
  Node kept(Expr expr, int reads, Node node) {
    boolean path = expr instanceof Expr.Member || expr instanceof Expr.PartOf;
    return path && Attributes.isAttribute(expr) && Basis.of(reads) != Basis.MOMENT
        ? new Slot(this, size++, node)
        : node;
  }
}
