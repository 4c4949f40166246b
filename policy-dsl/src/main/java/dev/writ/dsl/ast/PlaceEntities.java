package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entity reference or a list of them: in any of them.
 *
 * @param entities the references, at least one
 * @param span where it stands
 */
public record PlaceEntities(List<EntityRef> entities, Span span) implements Place {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no reference
   */
  public PlaceEntities {
    entities = List.copyOf(entities);
    if (entities.isEmpty()) {
      throw new IllegalArgumentException("there is no reference");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(PlaceVisitor<R> visitor) {
    return visitor.visitEntities(this);
  }
}
