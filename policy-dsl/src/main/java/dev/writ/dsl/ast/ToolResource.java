package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** What a call of a tool acts on. */
public sealed interface ToolResource
    permits ResourceFromArgument, ResourceFromSession, ResourceOfTool {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(ToolResourceVisitor<R> visitor);
}
