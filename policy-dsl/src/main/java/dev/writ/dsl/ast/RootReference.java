package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A reserved name: {@code principal}, {@code args} and the like.
 *
 * @param root which one
 * @param span where it stands
 */
public record RootReference(Root root, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitRoot(this);
  }
}
