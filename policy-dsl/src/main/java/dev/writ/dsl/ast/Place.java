package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** What may follow {@code in} outside expressions: entity references or a path. */
public sealed interface Place permits PlaceEntities, PlacePath {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(PlaceVisitor<R> visitor);
}
