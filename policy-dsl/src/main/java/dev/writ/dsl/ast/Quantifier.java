package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code any x in s, t: body} or {@code every x in s, t: body}.
 *
 * @param kind any or every
 * @param variable the name of the element
 * @param sets the sets, at least one
 * @param body what is asked of an element
 * @param span where it stands
 */
public record Quantifier(
    QuantifierKind kind, Identifier variable, List<Expression> sets, Expression body, Span span)
    implements Expression {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no set
   */
  public Quantifier {
    sets = List.copyOf(sets);
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("there is no set");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitQuantifier(this);
  }
}
