package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code obligation mask(field: String);}: a kind of obligation.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param parameters the parameters in order
 * @param span where it stands
 */
public record ObligationDecl(
    List<Annotation> annotations, Identifier name, List<Field> parameters, Span span)
    implements Declaration {

  /** Copies the lists. */
  public ObligationDecl {
    annotations = List.copyOf(annotations);
    parameters = List.copyOf(parameters);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitObligation(this);
  }
}
