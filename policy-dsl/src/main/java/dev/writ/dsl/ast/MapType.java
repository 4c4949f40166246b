package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A map type: {@code Map<String, T>}.
 *
 * @param key the type of the keys
 * @param value the type of the values
 * @param span where it stands
 */
public record MapType(TypeExpr key, TypeExpr value, Span span) implements TypeExpr {

  @Override
  public <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor) {
    return visitor.visitMap(this);
  }
}
