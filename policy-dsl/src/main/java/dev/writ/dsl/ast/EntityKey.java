package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An entity.
 *
 * @param entity the entity
 * @param span where it stands
 */
public record EntityKey(EntityRef entity, Span span) implements LimitKey {

  @Override
  public <R extends @Nullable Object> R accept(LimitKeyVisitor<R> visitor) {
    return visitor.visitEntity(this);
  }
}
