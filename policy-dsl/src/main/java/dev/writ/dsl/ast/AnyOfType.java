package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Every entity of a type: {@code Agent}.
 *
 * @param type the entity type
 * @param span where it stands
 */
public record AnyOfType(QualifiedName type, Span span) implements TypePattern {

  @Override
  public <R extends @Nullable Object> R accept(TypePatternVisitor<R> visitor) {
    return visitor.visitAnyOfType(this);
  }
}
