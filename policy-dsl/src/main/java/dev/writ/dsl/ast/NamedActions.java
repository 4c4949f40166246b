package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Actions and groups given by name.
 *
 * @param names the names, at least one
 * @param span where it stands
 */
public record NamedActions(List<QualifiedName> names, Span span) implements ActionPattern {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no name
   */
  public NamedActions {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("there is no name");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(ActionPatternVisitor<R> visitor) {
    return visitor.visitNamed(this);
  }
}
