package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code zip(old_ids as old, new_ids as new) as swaps}: arrays that make one set of records, their
 * elements side by side.
 *
 * @param parts the arrays and the fields they fill, at least two, none optional
 * @param target the argument of the action
 * @param span where it stands
 */
public record ZippedArguments(List<PlacedArgument> parts, Identifier target, Span span)
    implements ToolItem {

  /**
   * Copies the list and checks the parts.
   *
   * @throws IllegalArgumentException if there are fewer than two parts, or one is optional
   */
  public ZippedArguments {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("there are fewer than two parts");
    }
    if (parts.stream().anyMatch(PlacedArgument::optional)) {
      throw new IllegalArgumentException("a part is optional");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(ToolItemVisitor<R> visitor) {
    return visitor.visitZipped(this);
  }
}
