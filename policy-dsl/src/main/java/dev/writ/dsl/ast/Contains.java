package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code s contains x}, {@code s contains all t}, {@code s contains any t}.
 *
 * @param set the set
 * @param kind one element, all or any
 * @param operand the element or the other set
 * @param span where it stands
 */
public record Contains(Expression set, ContainsKind kind, Expression operand, Span span)
    implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitContains(this);
  }
}
