package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of binding.
 *
 * @param <R> what a visit returns
 */
public interface BindsVisitor<R extends @Nullable Object> {

  /** Visits a binds all. */
  R visitAll(BindsAll node);

  /** Visits a binds list. */
  R visitList(BindsList node);
}
