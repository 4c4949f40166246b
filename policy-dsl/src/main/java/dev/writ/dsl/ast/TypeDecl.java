package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code type Args = { … };}: a name for a record type.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param type the type
 * @param span where it stands
 */
public record TypeDecl(List<Annotation> annotations, Identifier name, TypeExpr type, Span span)
    implements Declaration {

  /** Copies the lists. */
  public TypeDecl {
    annotations = List.copyOf(annotations);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitType(this);
  }
}
