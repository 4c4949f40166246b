package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity that the store knows: {@code given User::"ann" in Team::"sre" { oncall: true };}.
 *
 * <p>A list in one {@code given} becomes one statement for each entity. A request carries entities
 * in the same form.
 *
 * @param entity the entity
 * @param parents its direct parents
 * @param attributes its attributes, or null for none
 * @param span where it stands
 */
public record GivenEntity(
    EntityRef entity, List<EntityRef> parents, @Nullable RecordLiteral attributes, Span span)
    implements TestStatement {

  /** Copies the lists. */
  public GivenEntity {
    parents = List.copyOf(parents);
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitEntity(this);
  }
}
