package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code action group mutate { restart, deploy }}: a name for several actions.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param members the actions and groups, at least one
 * @param span where it stands
 */
public record ActionGroupDecl(
    List<Annotation> annotations, Identifier name, List<QualifiedName> members, Span span)
    implements Declaration {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no member
   */
  public ActionGroupDecl {
    annotations = List.copyOf(annotations);
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("there is no member");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitActionGroup(this);
  }
}
