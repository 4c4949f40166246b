package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of moment.
 *
 * @param <R> what a visit returns
 */
public interface MomentVisitor<R extends @Nullable Object> {

  /** Visits a relative moment. */
  R visitRelative(RelativeMoment node);

  /** Visits an absolute moment. */
  R visitAbsolute(AbsoluteMoment node);
}
