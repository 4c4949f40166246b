package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** A type as written in a declaration. */
public sealed interface TypeExpr
    permits BasedPathType, MapType, NamedType, RecordSumType, RecordType, SetType, UnionType {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor);
}
