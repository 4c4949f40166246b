package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code invariant "name" never permit HEAD when C unless D}: what no policy change may make
 * possible.
 *
 * @param annotations the annotations before it
 * @param name its name, the stable id
 * @param head the requests it is about
 * @param condition when it holds
 * @param span where it stands
 */
public record InvariantDecl(
    List<Annotation> annotations, QuotedText name, Head head, Condition condition, Span span)
    implements Declaration {

  /** Copies the lists. */
  public InvariantDecl {
    annotations = List.copyOf(annotations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitInvariant(this);
  }
}
