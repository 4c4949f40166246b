package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code label private after read on Doc when C;}: a mark that a session earns.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param head the requests it is about
 * @param condition when it holds
 * @param span where it stands
 */
public record LabelDecl(
    List<Annotation> annotations, Identifier name, Head head, Condition condition, Span span)
    implements Declaration {

  /** Copies the lists. */
  public LabelDecl {
    annotations = List.copyOf(annotations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitLabel(this);
  }
}
