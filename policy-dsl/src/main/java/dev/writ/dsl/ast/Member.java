package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code a.name}: an attribute, a field, or a part of a qualified name such as {@code
 * Environment.prod}.
 *
 * @param target what stands before the dot
 * @param name the name
 * @param span where it stands
 */
public record Member(Expression target, Identifier name, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitMember(this);
  }
}
