package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A set type with optional bounds on its size: {@code Set<T>}, {@code Set<T> max 50}, {@code Set<T>
 * 1 to 50}.
 *
 * @param element the type of the elements
 * @param least the least size, or null for none given
 * @param most the greatest size, or null for none given
 * @param span where it stands
 */
public record SetType(TypeExpr element, @Nullable Long least, @Nullable Long most, Span span)
    implements TypeExpr {

  @Override
  public <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor) {
    return visitor.visitSet(this);
  }
}
