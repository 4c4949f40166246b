package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An arg or a fact: {@code args.environment}.
 *
 * @param path the path
 * @param span where it stands
 */
public record BindField(DottedPath path, Span span) implements BindItem {

  @Override
  public <R extends @Nullable Object> R accept(BindItemVisitor<R> visitor) {
    return visitor.visitField(this);
  }
}
