package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * The entities of a type that are in a place: {@code Agent in Team::"sre"}.
 *
 * @param type the entity type
 * @param place where they are
 * @param span where it stands
 */
public record InPlace(QualifiedName type, Place place, Span span) implements TypePattern {

  @Override
  public <R extends @Nullable Object> R accept(TypePatternVisitor<R> visitor) {
    return visitor.visitInPlace(this);
  }
}
