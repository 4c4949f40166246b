package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code resource}: the very resource.
 *
 * @param span where it stands
 */
public record BindResource(Span span) implements BindItem {

  @Override
  public <R extends @Nullable Object> R accept(BindItemVisitor<R> visitor) {
    return visitor.visitResource(this);
  }
}
