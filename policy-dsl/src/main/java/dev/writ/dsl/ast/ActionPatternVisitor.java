package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of action pattern.
 *
 * @param <R> what a visit returns
 */
public interface ActionPatternVisitor<R extends @Nullable Object> {

  /** Visits a named actions. */
  R visitNamed(NamedActions node);

  /** Visits an any action. */
  R visitAny(AnyAction node);
}
