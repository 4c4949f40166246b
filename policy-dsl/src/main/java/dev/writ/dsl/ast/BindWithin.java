package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code within System}: the resource's ancestor of a type.
 *
 * @param type the type of the ancestor
 * @param span where it stands
 */
public record BindWithin(QualifiedName type, Span span) implements BindItem {

  @Override
  public <R extends @Nullable Object> R accept(BindItemVisitor<R> visitor) {
    return visitor.visitWithin(this);
  }
}
