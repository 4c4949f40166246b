package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code lacks delegator}: the principal acts for nobody.
 *
 * @param span where it stands
 */
public record LacksDelegator(Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLacksDelegator(this);
  }
}
