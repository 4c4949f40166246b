package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** A point in time of a test. */
public sealed interface Moment permits AbsoluteMoment, RelativeMoment {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(MomentVisitor<R> visitor);
}
