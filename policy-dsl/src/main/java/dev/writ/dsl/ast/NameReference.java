package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A name that is not reserved: a let, a variable, an enum value, a type, {@code approver}.
 *
 * @param name the name
 * @param span where it stands
 */
public record NameReference(Identifier name, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitName(this);
  }
}
