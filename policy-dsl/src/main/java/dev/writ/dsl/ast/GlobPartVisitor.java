package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of part.
 *
 * @param <R> what a visit returns
 */
public interface GlobPartVisitor<R extends @Nullable Object> {

  /** Visits a glob text. */
  R visitText(GlobText node);

  /** Visits a glob one. */
  R visitOne(GlobOne node);

  /** Visits a glob run. */
  R visitRun(GlobRun node);

  /** Visits a glob segments. */
  R visitSegments(GlobSegments node);
}
