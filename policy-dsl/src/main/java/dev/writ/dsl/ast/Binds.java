package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** What a grant is bound to besides holder, origin and action. */
public sealed interface Binds permits BindsAll, BindsList {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(BindsVisitor<R> visitor);
}
