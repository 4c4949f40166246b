package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of type.
 *
 * @param <R> what a visit returns
 */
public interface TypeExprVisitor<R extends @Nullable Object> {

  /** Visits a named type. */
  R visitNamed(NamedType node);

  /** Visits an union type. */
  R visitUnion(UnionType node);

  /** Visits a set type. */
  R visitSet(SetType node);

  /** Visits a map type. */
  R visitMap(MapType node);

  /** Visits a based path type. */
  R visitBasedPath(BasedPathType node);

  /** Visits a record type. */
  R visitRecord(RecordType node);

  /** Visits a record sum type. */
  R visitRecordSum(RecordSumType node);
}
