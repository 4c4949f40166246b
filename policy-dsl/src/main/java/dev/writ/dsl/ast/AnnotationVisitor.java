package dev.writ.dsl.ast;

import org.jspecify.annotations.Nullable;

/**
 * A case for each kind of annotation.
 *
 * @param <R> what a visit returns
 */
public interface AnnotationVisitor<R extends @Nullable Object> {

  /** Visits a control annotation. */
  R visitControl(ControlAnnotation node);

  /** Visits a doc annotation. */
  R visitDoc(DocAnnotation node);

  /** Visits an allow annotation. */
  R visitAllow(AllowAnnotation node);
}
