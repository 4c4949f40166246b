package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of item.
 *
 * @param <R> what a visit returns
 */
public interface ToolItemVisitor<R extends @Nullable Object> {

  /** Visits a placed argument. */
  R visitPlaced(PlacedArgument node);

  /** Visits zipped arguments. */
  R visitZipped(ZippedArguments node);
}
