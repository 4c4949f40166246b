package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code session labelled untrusted}.
 *
 * @param operand the session
 * @param label the label
 * @param span where it stands
 */
public record Labelled(Expression operand, QualifiedName label, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLabelled(this);
  }
}
