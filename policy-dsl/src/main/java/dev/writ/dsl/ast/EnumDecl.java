package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code enum Sensitivity { public < internal }}: an enum, ordered where its values are joined by
 * {@code <}.
 *
 * @param annotations the annotations before it
 * @param name its name
 * @param ordered whether the values are ordered, lowest first
 * @param values the values, at least one
 * @param span where it stands
 */
public record EnumDecl(
    List<Annotation> annotations,
    Identifier name,
    boolean ordered,
    List<Enumerator> values,
    Span span)
    implements Declaration {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no value
   */
  public EnumDecl {
    annotations = List.copyOf(annotations);
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there is no value");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(DeclarationVisitor<R> visitor) {
    return visitor.visitEnum(this);
  }
}
