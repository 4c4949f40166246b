package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of item.
 *
 * @param <R> what a visit returns
 */
public interface BindItemVisitor<R extends @Nullable Object> {

  /** Visits a bind resource. */
  R visitResource(BindResource node);

  /** Visits a bind within. */
  R visitWithin(BindWithin node);

  /** Visits a bind field. */
  R visitField(BindField node);
}
