package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** Entities described by type, place or id. */
public sealed interface TypePattern permits AnyOfType, Exactly, InPlace, NotInPlace {

  /** Returns the name of the entity type. */
  QualifiedName type();

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(TypePatternVisitor<R> visitor);
}
