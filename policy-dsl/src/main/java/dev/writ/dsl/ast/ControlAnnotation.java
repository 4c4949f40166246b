package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code @control("framework", "control")}: the declaration serves a control of a catalogue.
 *
 * @param framework the catalogue
 * @param control the control in it
 * @param span where it stands
 */
public record ControlAnnotation(QuotedText framework, QuotedText control, Span span)
    implements Annotation {

  @Override
  public <R extends @Nullable Object> R accept(AnnotationVisitor<R> visitor) {
    return visitor.visitControl(this);
  }
}
