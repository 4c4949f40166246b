package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code confirmed say_yes}.
 *
 * @param name the confirmation
 * @param span where it stands
 */
public record Confirmed(QualifiedName name, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitConfirmed(this);
  }
}
