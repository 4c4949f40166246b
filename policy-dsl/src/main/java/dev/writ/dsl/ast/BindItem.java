package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** An item of {@code binds}. */
public sealed interface BindItem permits BindField, BindResource, BindWithin {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(BindItemVisitor<R> visitor);
}
