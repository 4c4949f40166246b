package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code @doc("text")}: what the declaration is for.
 *
 * @param text the text
 * @param span where it stands
 */
public record DocAnnotation(QuotedText text, Span span) implements Annotation {

  @Override
  public <R extends @Nullable Object> R accept(AnnotationVisitor<R> visitor) {
    return visitor.visitDoc(this);
  }
}
