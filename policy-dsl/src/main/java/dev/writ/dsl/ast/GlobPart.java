package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** A part of a glob. */
public sealed interface GlobPart permits GlobOne, GlobRun, GlobSegments, GlobText {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(GlobPartVisitor<R> visitor);
}
