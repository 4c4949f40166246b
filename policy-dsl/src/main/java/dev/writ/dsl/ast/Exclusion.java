package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** People whose votes do not count. */
public sealed interface Exclusion permits ExcludeGroup, ExcludePeople {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(ExclusionVisitor<R> visitor);
}
