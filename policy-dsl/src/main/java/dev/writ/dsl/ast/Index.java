package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code tags["key"]}.
 *
 * @param target the map
 * @param key the key
 * @param span where it stands
 */
public record Index(Expression target, QuotedText key, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitIndex(this);
  }
}
