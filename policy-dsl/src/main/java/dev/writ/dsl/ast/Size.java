package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code size(s)}.
 *
 * @param set the set
 * @param span where it stands
 */
public record Size(Expression set, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitSize(this);
  }
}
