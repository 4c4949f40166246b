package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** An argument of an action with what a call of a tool gives for it. */
public sealed interface ToolItem permits PlacedArgument, ZippedArguments {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(ToolItemVisitor<R> visitor);
}
