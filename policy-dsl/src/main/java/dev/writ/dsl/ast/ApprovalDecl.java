package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code approval NAME for HEAD { … }}: votes of people that can lift a request.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param head the requests it is about
 * @param quorum the votes it takes, or null where none is written
 * @param exclusions who may not vote
 * @param terms the other clauses
 * @param span where it stands
 */
public record ApprovalDecl(
    List<Annotation> annotations,
    Identifier name,
    Head head,
    @Nullable Quorum quorum,
    List<Exclusion> exclusions,
    ApprovalTerms terms,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public ApprovalDecl {
    annotations = List.copyOf(annotations);
    exclusions = List.copyOf(exclusions);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitApproval(this);
  }
}
