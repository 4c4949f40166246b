package dev.writ.dsl.check;

import dev.writ.dsl.ast.AnyOfType;
import dev.writ.dsl.ast.Comparison;
import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.EntityLiteral;
import dev.writ.dsl.ast.EntityRef;
import dev.writ.dsl.ast.Exactly;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.In;
import dev.writ.dsl.ast.InPlace;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.NotIn;
import dev.writ.dsl.ast.NotInPlace;
import dev.writ.dsl.ast.Or;
import dev.writ.dsl.ast.Place;
import dev.writ.dsl.ast.PlaceEntities;
import dev.writ.dsl.ast.PlacePath;
import dev.writ.dsl.ast.PlaceVisitor;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.ast.TypePatternVisitor;
import dev.writ.dsl.check.expression.PathExpressions;
import java.util.List;
import java.util.Optional;

/** Writes patterns and places as expressions, so that one checker reads them all. */
final class Patterns {
  private Patterns() {}

  /** Returns the name of the type of a pattern. */
  static QualifiedName typeOf(TypePattern pattern) {
    return pattern.type();
  }

  /**
   * Returns what patterns for one type ask of an entity of that type: one expression, or none where
   * they ask nothing.
   */
  static List<Expression> constraint(Root root, List<TypePattern> patterns) {
    List<Expression> alternatives =
        patterns.stream()
            .map(pattern -> pattern.accept(new Constraint(root)))
            .flatMap(Optional::stream)
            .toList();
    if (alternatives.size() < patterns.size() || alternatives.isEmpty()) {
      return List.of();
    }
    return alternatives.size() == 1
        ? alternatives
        : List.of(
            new Or(
                alternatives, patterns.get(0).span().to(patterns.get(patterns.size() - 1).span())));
  }

  /** Returns the expression of what may follow {@code in} outside expressions. */
  static Expression place(Place place) {
    return place.accept(PlaceExpression.INSTANCE);
  }

  private record Constraint(Root root) implements TypePatternVisitor<Optional<Expression>> {

    @Override
    public Optional<Expression> visitAnyOfType(AnyOfType node) {
      return Optional.empty();
    }

    @Override
    public Optional<Expression> visitInPlace(InPlace node) {
      RootReference subject = new RootReference(root, node.type().span());
      return Optional.of(new In(subject, place(node.place()), node.span()));
    }

    @Override
    public Optional<Expression> visitNotInPlace(NotInPlace node) {
      RootReference subject = new RootReference(root, node.type().span());
      return Optional.of(new NotIn(subject, place(node.place()), node.span()));
    }

    @Override
    public Optional<Expression> visitExactly(Exactly node) {
      RootReference subject = new RootReference(root, node.entity().type().span());
      return Optional.of(
          new Comparison(
              subject,
              ComparisonOperator.EQUAL,
              new EntityLiteral(node.entity(), node.span()),
              node.span()));
    }
  }

  private enum PlaceExpression implements PlaceVisitor<Expression> {
    INSTANCE;

    @Override
    public Expression visitEntities(PlaceEntities node) {
      List<Expression> entities = node.entities().stream().map(Patterns::literal).toList();
      return entities.size() == 1 ? entities.get(0) : new ListLiteral(entities, node.span());
    }

    @Override
    public Expression visitPath(PlacePath node) {
      return PathExpressions.of(node.path());
    }
  }

  private static Expression literal(EntityRef ref) {
    return new EntityLiteral(ref, ref.span());
  }
}
