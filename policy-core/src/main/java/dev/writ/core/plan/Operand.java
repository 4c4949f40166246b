package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * What an operator that is met often takes its value from. One class for all kinds, so that the JVM
 * knows what it calls where that is a constant, the principal, the resource or an attribute.
 * Immutable.
 */
final class Operand {
  final Node node;
  private final Kind kind;
  private final @Nullable Slot slot;
  private final @Nullable Value constant;

  private enum Kind {
    CONSTANT,
    PRINCIPAL,
    RESOURCE,
    KEPT,
    ANY
  }

  private Operand(Node node, Kind kind) {
    this.node = node;
    this.kind = kind;
    this.slot = node instanceof Slot kept ? kept : null;
    this.constant = node instanceof Strict.Const known ? known.value : null;
  }

  /** What takes its value from a node. */
  static Operand of(Node node) {
    if (node instanceof Strict.Const) {
      return new Operand(node, Kind.CONSTANT);
    }
    if (node instanceof Slot) {
      return new Operand(node, Kind.KEPT);
    }
    Expr.Root root = node instanceof RequestNodes.Word word ? word.root : Expr.Root.ARGS;
    return new Operand(
        node,
        switch (root) {
          case PRINCIPAL -> Kind.PRINCIPAL;
          case RESOURCE -> Kind.RESOURCE;
          default -> Kind.ANY;
        });
  }

  /** The constant that it is, or null. */
  @Nullable Value constant() {
    return constant;
  }

  /** The value of the node on a view, or null where it has none; why is told to the moment. */
  @Nullable Value value(View view, Moment moment, Value[] locals) {
    return switch (kind) {
      case CONSTANT -> constant;
      case PRINCIPAL -> view.principal;
      case RESOURCE -> view.resource;
      case KEPT ->
          slot == null ? node.value(view, moment, locals) : slot.value(view, moment, locals);
      case ANY -> node.value(view, moment, locals);
    };
  }
}
