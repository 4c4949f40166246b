package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suspended entities: {@code given suspended Agent::"bot";}.
 *
 * @param entities who, at least one
 * @param span where it stands
 */
public record GivenSuspended(List<EntityRef> entities, Span span) implements TestStatement {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no entity
   */
  public GivenSuspended {
    entities = List.copyOf(entities);
    if (entities.isEmpty()) {
      throw new IllegalArgumentException("there is no entity");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitSuspended(this);
  }
}
