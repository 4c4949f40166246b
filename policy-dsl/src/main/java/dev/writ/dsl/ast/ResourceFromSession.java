package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code session.account}: the entity in a field of the session.
 *
 * @param field the field
 * @param span where it stands
 */
public record ResourceFromSession(Identifier field, Span span) implements ToolResource {

  @Override
  public <R extends @Nullable Object> R accept(ToolResourceVisitor<R> visitor) {
    return visitor.visitFromSession(this);
  }
}
