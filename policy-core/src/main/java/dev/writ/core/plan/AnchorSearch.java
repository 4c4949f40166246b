package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.core.slice.Attributes;
import dev.writ.core.slice.Pin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what conjuncts ask of attributes, beyond the constants of {@link Pin}. */
final class AnchorSearch {
  private final Compiler compiler;

  AnchorSearch(Compiler compiler) {
    this.compiler = compiler;
  }

  /**
   * What is asked.
   *
   * @param settled the conjuncts that are true wherever the anchor is met
   */
  record Found(Anchor anchor, List<Expr> settled) {}

  /** What these ask, each attribute's bounds taken together. */
  List<Found> of(List<Expr> conjuncts) {
    List<Found> found = new ArrayList<>();
    for (Expr conjunct : conjuncts) {
      Anchor anchor = of(conjunct);
      if (anchor instanceof Anchor.Within bounds) {
        narrow(found, bounds, conjunct);
      } else if (anchor != null) {
        found.add(new Found(anchor, isWhole(conjunct) ? List.of(conjunct) : List.of()));
      }
    }
    return found;
  }

  private static void narrow(List<Found> found, Anchor.Within bounds, Expr conjunct) {
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i).anchor() instanceof Anchor.Within other
          && other.attribute().equals(bounds.attribute())) {
        List<Expr> settled = new ArrayList<>(found.get(i).settled());
        settled.add(conjunct);
        found.set(
            i,
            new Found(
                new Anchor.Within(
                    bounds.attribute(),
                    Math.max(other.from(), bounds.from()),
                    Math.min(other.to(), bounds.to())),
                settled));
        return;
      }
    }
    found.add(new Found(bounds, List.of(conjunct)));
  }

  /** Whether the anchor says all that the conjunct says. */
  private static boolean isWhole(Expr conjunct) {
    return conjunct instanceof Expr.InEntities
        || conjunct instanceof Expr.StringStartsWith
        || (conjunct instanceof Expr.Like like && Literals.isStart(like.glob()));
  }

  private @Nullable Anchor of(Expr conjunct) {
    if (conjunct instanceof Expr.InEntities in) {
      return in(in);
    }
    if (conjunct instanceof Expr.Compare comparison) {
      return compared(comparison);
    }
    if (conjunct instanceof Expr.Between between) {
      Anchor from = bound(Expr.Comparison.GE, between.operand(), between.from());
      Anchor to = bound(Expr.Comparison.LT, between.operand(), between.to());
      return from instanceof Anchor.Within a && to instanceof Anchor.Within b
          ? new Anchor.Within(a.attribute(), a.from(), b.to())
          : null;
    }
    return text(conjunct);
  }

  private @Nullable Anchor in(Expr.InEntities in) {
    Set<EntityId> groups = new HashSet<>();
    for (Expr group : in.groups()) {
      if (!(group instanceof Expr.Const constant && constant.value() instanceof EntityId id)) {
        return null;
      }
      groups.add(id);
    }
    return isAttribute(in.member()) && compiler.node(in.member()).type instanceof Type.EntityType
        ? new Anchor.In(in.member(), groups)
        : null;
  }

  private static boolean isAttribute(Expr expr) {
    return Attributes.isAttribute(expr);
  }

  private @Nullable Anchor compared(Expr.Compare comparison) {
    Anchor anchor = bound(comparison.op(), comparison.left(), comparison.right());
    return anchor == null
        ? bound(mirrored(comparison.op()), comparison.right(), comparison.left())
        : anchor;
  }

  private static Expr.Comparison mirrored(Expr.Comparison op) {
    return switch (op) {
      case LT -> Expr.Comparison.GT;
      case LE -> Expr.Comparison.GE;
      case GT -> Expr.Comparison.LT;
      case GE -> Expr.Comparison.LE;
      case EQ, NE -> op;
    };
  }

  private @Nullable Anchor bound(Expr.Comparison op, Expr attribute, Expr constant) {
    if (!(constant instanceof Expr.Const known)
        || !isAttribute(attribute)
        || !NumberOps.areOrdered(compiler.node(attribute).type, Types.of(known.value()))) {
      return null;
    }
    long rank = NumberOps.rank(known.value());
    return switch (op) {
      case LT ->
          rank == Long.MIN_VALUE ? null : new Anchor.Within(attribute, Long.MIN_VALUE, rank - 1);
      case LE -> new Anchor.Within(attribute, Long.MIN_VALUE, rank);
      case GT ->
          rank == Long.MAX_VALUE ? null : new Anchor.Within(attribute, rank + 1, Long.MAX_VALUE);
      case GE -> new Anchor.Within(attribute, rank, Long.MAX_VALUE);
      case EQ, NE -> null;
    };
  }

  private @Nullable Anchor text(Expr conjunct) {
    if (conjunct instanceof Expr.Like like) {
      Anchor start = edge(like.string(), Literals.start(like.glob()), false, Type.Scalar.STRING);
      return start == null
          ? edge(like.string(), Literals.end(like.glob()), true, Type.Scalar.STRING)
          : start;
    }
    if (conjunct instanceof Expr.StringStartsWith starts
        && starts.prefix() instanceof Expr.Const constant
        && constant.value() instanceof StringValue prefix) {
      return edge(starts.string(), prefix.value(), false, Type.Scalar.STRING);
    }
    if (conjunct instanceof Expr.HostUnder under) {
      return edge(under.host(), under.domain(), true, Type.Scalar.STRING);
    }
    if (conjunct instanceof Expr.Matches matches) {
      return path(matches.path(), Literals.folder(matches.pattern()));
    }
    return conjunct instanceof Expr.PathUnder under
            && under.base() instanceof Expr.Const constant
            && constant.value() instanceof PathValue base
        ? path(under.path(), base.text())
        : null;
  }

  private @Nullable Anchor path(Expr path, String prefix) {
    return compiler.node(path).type instanceof Type.PathType && isAttribute(path)
        ? edge(path, prefix)
        : null;
  }

  private @Nullable Anchor edge(Expr string, String text, boolean behind, Type type) {
    return type.equals(compiler.node(string).type) && isAttribute(string) && !text.isEmpty()
        ? new Anchor.Edge(string, text, behind)
        : null;
  }

  private static @Nullable Anchor edge(Expr path, String prefix) {
    return prefix.isEmpty() ? null : new Anchor.Edge(path, prefix, false);
  }

  /** The text of a value that has one. */
  static @Nullable String textOf(@Nullable Value value) {
    if (value instanceof StringValue string) {
      return string.value();
    }
    return value instanceof PathValue path ? path.text() : null;
  }
}
