package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of type pattern.
 *
 * @param <R> what a visit returns
 */
public interface TypePatternVisitor<R extends @Nullable Object> {

  /** Visits an any of type. */
  R visitAnyOfType(AnyOfType node);

  /** Visits an in place. */
  R visitInPlace(InPlace node);

  /** Visits a not in place. */
  R visitNotInPlace(NotInPlace node);

  /** Visits an exactly. */
  R visitExactly(Exactly node);
}
