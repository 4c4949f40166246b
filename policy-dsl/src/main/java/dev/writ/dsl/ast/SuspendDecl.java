package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code suspend Agent by User in Team::"security" lifted by …;}: who may be suspended by whom.
 *
 * @param annotations the annotations before it
 * @param subjects who may be suspended, at least one
 * @param by who may suspend, at least one
 * @param liftedBy who may lift; empty where those who may suspend do
 * @param span where it stands
 */
public record SuspendDecl(
    List<Annotation> annotations,
    List<TypePattern> subjects,
    List<TypePattern> by,
    List<TypePattern> liftedBy,
    Span span)
    implements Declaration {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no subject; or if nobody may suspend
   */
  public SuspendDecl {
    annotations = List.copyOf(annotations);
    subjects = List.copyOf(subjects);
    by = List.copyOf(by);
    liftedBy = List.copyOf(liftedBy);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("there is no subject");
    }
    if (by.isEmpty()) {
      throw new IllegalArgumentException("nobody may suspend");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitSuspend(this);
  }
}
