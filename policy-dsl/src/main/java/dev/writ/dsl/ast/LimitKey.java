package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** For whom a limit has counted. */
public sealed interface LimitKey permits EntityKey, SessionKey {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(LimitKeyVisitor<R> visitor);
}
