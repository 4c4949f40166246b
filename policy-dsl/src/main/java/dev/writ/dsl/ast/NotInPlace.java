package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a type that are not in a place: {@code User not in Team::"sre"}.
 *
 * <p>Stands in the clauses of a quorum only.
 *
 * @param type the entity type
 * @param place where they are not
 * @param span where it stands
 */
public record NotInPlace(QualifiedName type, Place place, Span span) implements TypePattern {

  @Override
  public <R extends @Nullable Object> R accept(TypePatternVisitor<R> visitor) {
    return visitor.visitNotInPlace(this);
  }
}
