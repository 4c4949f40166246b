package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code granted break_glass}.
 *
 * @param name the grant template
 * @param span where it stands
 */
public record Granted(QualifiedName name, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitGranted(this);
  }
}
