package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code Payment(id)}: the entity of a type whose id an argument of the tool tells.
 *
 * @param type the type
 * @param argument the argument
 * @param span where it stands
 */
public record ResourceFromArgument(QualifiedName type, Identifier argument, Span span)
    implements ToolResource {

  @Override
  public <R extends @Nullable Object> R accept(ToolResourceVisitor<R> visitor) {
    return visitor.visitFromArgument(this);
  }
}
