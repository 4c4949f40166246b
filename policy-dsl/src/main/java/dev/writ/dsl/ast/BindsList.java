package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code binds resource, args.environment;}.
 *
 * @param items the items, at least one
 * @param span where it stands
 */
public record BindsList(List<BindItem> items, Span span) implements Binds {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no item
   */
  public BindsList {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("there is no item");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(BindsVisitor<R> visitor) {
    return visitor.visitList(this);
  }
}
