package dev.writ.core.reference;

import dev.writ.core.ir.EntityPattern;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import java.util.ArrayList;
import java.util.List;

/** Entity patterns, as the conditions they stand for. */
final class Patterns {

  private Patterns() {}

  /** Whether the entity is one of those that the pattern tells. */
  static Expr condition(Expr entity, EntityPattern pattern) {
    List<Expr> parts = new ArrayList<>();
    parts.add(new Expr.Is(entity, pattern.types()));
    if (pattern.id() != null) {
      parts.add(new Expr.Compare(Expr.Comparison.EQ, entity, new Expr.Const(pattern.id())));
    }
    if (!pattern.in().isEmpty()) {
      parts.add(new Expr.InEntities(entity, constants(pattern.in())));
    }
    return Expr.all(parts);
  }

  /** Whether one of the patterns tells the entity. */
  static Expr condition(Expr entity, List<EntityPattern> patterns) {
    return new Expr.Or(patterns.stream().map(p -> condition(entity, p)).toList());
  }

  private static List<Expr> constants(List<EntityId> entities) {
    return entities.stream().<Expr>map(Expr.Const::new).toList();
  }
}
