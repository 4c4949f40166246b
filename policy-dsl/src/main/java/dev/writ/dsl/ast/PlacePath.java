package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A path to an entity or a set of entities.
 *
 * @param path the path
 * @param span where it stands
 */
public record PlacePath(DottedPath path, Span span) implements Place {

  @Override
  public <R extends @Nullable Object> R accept(PlaceVisitor<R> visitor) {
    return visitor.visitPath(this);
  }
}
