package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code has delegator}: the principal acts for somebody.
 *
 * @param span where it stands
 */
public record HasDelegator(Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitHasDelegator(this);
  }
}
