package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code [a, b]}.
 *
 * @param elements the elements, possibly none
 * @param span where it stands
 */
public record ListLiteral(List<Expression> elements, Span span) implements Expression {

  /** Copies the lists. */
  public ListLiteral {
    elements = List.copyOf(elements);
  }

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitList(this);
  }
}
