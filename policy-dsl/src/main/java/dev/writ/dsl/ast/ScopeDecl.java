package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code scope sre_bots for Agent { … }}: a ceiling for some principals.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param subjects whom it is for, at least one
 * @param clauses the clauses in the order written
 * @param span where it stands
 */
public record ScopeDecl(
    List<Annotation> annotations,
    Identifier name,
    List<TypePattern> subjects,
    List<ScopeClause> clauses,
    Span span)
    implements Declaration {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no subject
   */
  public ScopeDecl {
    annotations = List.copyOf(annotations);
    subjects = List.copyOf(subjects);
    clauses = List.copyOf(clauses);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("there is no subject");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitScope(this);
  }
}
