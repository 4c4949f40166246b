package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code Drive::"main"}: one entity for all calls of the tool.
 *
 * @param entity the entity
 * @param span where it stands
 */
public record ResourceOfTool(EntityRef entity, Span span) implements ToolResource {

  @Override
  public <R extends @Nullable Object> R accept(ToolResourceVisitor<R> visitor) {
    return visitor.visitOfTool(this);
  }
}
