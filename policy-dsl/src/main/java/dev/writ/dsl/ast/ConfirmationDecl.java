package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code confirmation NAME for HEAD { … }}: the consent of the origin.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param head the requests it is about
 * @param terms the clauses
 * @param span where it stands
 */
public record ConfirmationDecl(
    List<Annotation> annotations, Identifier name, Head head, ApprovalTerms terms, Span span)
    implements Declaration {

  /** Copies the lists. */
  public ConfirmationDecl {
    annotations = List.copyOf(annotations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitConfirmation(this);
  }
}
