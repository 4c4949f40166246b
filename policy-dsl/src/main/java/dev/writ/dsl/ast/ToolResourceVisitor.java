package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each way to tell what a call acts on.
 *
 * @param <R> what a visit returns
 */
public interface ToolResourceVisitor<R extends @Nullable Object> {

  /** Visits a resource whose id an argument tells. */
  R visitFromArgument(ResourceFromArgument node);

  /** Visits a resource that the session tells. */
  R visitFromSession(ResourceFromSession node);

  /** Visits a resource that is the same for all calls. */
  R visitOfTool(ResourceOfTool node);
}
