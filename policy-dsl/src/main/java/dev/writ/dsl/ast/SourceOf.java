package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code source of args.to}.
 *
 * @param operand the argument
 * @param span where it stands
 */
public record SourceOf(Expression operand, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitSourceOf(this);
  }
}
