package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code @allow("W0503", "reason")}: a finding on this declaration is accepted.
 *
 * @param code the code of the finding
 * @param reason why it is accepted
 * @param span where it stands
 */
public record AllowAnnotation(QuotedText code, QuotedText reason, Span span) implements Annotation {

  @Override
  public <R extends @Nullable Object> R accept(AnnotationVisitor<R> visitor) {
    return visitor.visitAllow(this);
  }
}
