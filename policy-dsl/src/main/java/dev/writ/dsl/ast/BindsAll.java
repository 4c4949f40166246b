package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code binds all;}: resource, args and facts.
 *
 * @param span where it stands
 */
public record BindsAll(Span span) implements Binds {

  @Override
  public <R extends @Nullable Object> R accept(BindsVisitor<R> visitor) {
    return visitor.visitAll(this);
  }
}
