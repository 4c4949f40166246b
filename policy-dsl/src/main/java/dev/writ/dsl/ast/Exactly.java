package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One entity: {@code User::"ann"}.
 *
 * @param entity the entity
 * @param span where it stands
 */
public record Exactly(EntityRef entity, Span span) implements TypePattern {

  @Override
  public QualifiedName type() {
    return entity.type();
  }

  @Override
  public <R extends @Nullable Object> R accept(TypePatternVisitor<R> visitor) {
    return visitor.visitExactly(this);
  }
}
