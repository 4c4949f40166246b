package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code memo? as note}: an argument of a tool and the name it has in the request.
 *
 * @param argument the argument of the tool
 * @param optional whether a call may leave it out
 * @param target the argument of the action, or the field of a zipped record; the same identifier as
 *     {@code argument} where it is not renamed
 * @param span where it stands
 */
public record PlacedArgument(Identifier argument, boolean optional, Identifier target, Span span)
    implements ToolItem {

  @Override
  public <R extends @Nullable Object> R accept(ToolItemVisitor<R> visitor) {
    return visitor.visitPlaced(this);
  }
}
