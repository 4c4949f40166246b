package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code let owns(read by Agent on Service) = …;}: a name for an expression over the requests of a
 * head.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param head the requests it can be used for
 * @param value what it stands for
 * @param span where it stands
 */
public record LetDecl(
    List<Annotation> annotations, Identifier name, Head head, Expression value, Span span)
    implements Declaration {

  /** Copies the lists. */
  public LetDecl {
    annotations = List.copyOf(annotations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitLet(this);
  }
}
