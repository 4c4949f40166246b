package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of exclusion.
 *
 * @param <R> what a visit returns
 */
public interface ExclusionVisitor<R extends @Nullable Object> {

  /** Visits an exclude people. */
  R visitPeople(ExcludePeople node);

  /** Visits an exclude group. */
  R visitGroup(ExcludeGroup node);
}
