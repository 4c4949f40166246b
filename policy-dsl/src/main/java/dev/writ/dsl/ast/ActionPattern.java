package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** The actions of a head. */
public sealed interface ActionPattern permits AnyAction, NamedActions {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(ActionPatternVisitor<R> visitor);
}
