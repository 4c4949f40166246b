package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code action deploy by Agent, User on Service with { … } facts { … };}: an action.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param principals the types of principals
 * @param resources the types of resources
 * @param args the type of the arguments, or null for none
 * @param facts the type of the facts, or null for none
 * @param span where it stands
 */
public record ActionDecl(
    List<Annotation> annotations,
    Identifier name,
    List<QualifiedName> principals,
    List<QualifiedName> resources,
    @Nullable TypeExpr args,
    @Nullable TypeExpr facts,
    Span span)
    implements Declaration {

  /** Copies the lists. */
  public ActionDecl {
    annotations = List.copyOf(annotations);
    principals = List.copyOf(principals);
    resources = List.copyOf(resources);
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitAction(this);
  }
}
