package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of key.
 *
 * @param <R> what a visit returns
 */
public interface LimitKeyVisitor<R extends @Nullable Object> {

  /** Visits a session key. */
  R visitSession(SessionKey node);

  /** Visits an entity key. */
  R visitEntity(EntityKey node);
}
