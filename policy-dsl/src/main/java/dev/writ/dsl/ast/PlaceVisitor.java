package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of place.
 *
 * @param <R> what a visit returns
 */
public interface PlaceVisitor<R extends @Nullable Object> {

  /** Visits a place entities. */
  R visitEntities(PlaceEntities node);

  /** Visits a place path. */
  R visitPath(PlacePath node);
}
