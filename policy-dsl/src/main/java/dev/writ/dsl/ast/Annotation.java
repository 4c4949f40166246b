package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** A remark on a declaration that changes no decision. */
public sealed interface Annotation permits AllowAnnotation, ControlAnnotation, DocAnnotation {

  /** Returns where it stands. */
  Span span();

  /** Calls the method of the visitor that belongs to this kind and returns its result. */
  <R extends @Nullable Object> R accept(AnnotationVisitor<R> visitor);
}
