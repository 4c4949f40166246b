package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import dev.writ.core.slice.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a slice reads of a request, each with a place where its value is kept once it
 * was read: those of the principal and of the resource among their facts, the others by the view.
 * Mutable while the slice is compiled.
 */
final class Slots {
  private int ofPrincipal;
  private int ofResource;
  private int ofRequest;

  /** Places for what is told by this. */
  @Nullable Value[] places(Basis basis) {
    int size =
        switch (basis) {
          case PRINCIPAL -> ofPrincipal;
          case RESOURCE -> ofResource;
          case REQUEST -> ofRequest;
          case MOMENT -> 0;
        };
    return size == 0 ? Node.NO_LOCALS : new Value[size];
  }

  /** The node, so that its value is read once; itself where that is not worth it. */
  Node kept(Expr expr, int reads, Node node) {
    boolean path = expr instanceof Expr.Member || expr instanceof Expr.PartOf;
    if (!path || !Attributes.isAttribute(expr)) {
      return node;
    }
    return switch (Basis.of(reads)) {
      case PRINCIPAL -> new Slot(this, Basis.PRINCIPAL, ofPrincipal++, node);
      case RESOURCE -> new Slot(this, Basis.RESOURCE, ofResource++, node);
      case REQUEST -> new Slot(this, Basis.REQUEST, ofRequest++, node);
      case MOMENT -> node;
    };
  }
}
