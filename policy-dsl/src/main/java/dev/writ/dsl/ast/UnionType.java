package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A union of entity types: {@code User | Team}.
 *
 * @param members the types, at least two
 * @param span where it stands
 */
public record UnionType(List<NamedType> members, Span span) implements TypeExpr {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there are fewer than two members
   */
  public UnionType {
    members = List.copyOf(members);
    if (members.size() < 2) {
      throw new IllegalArgumentException("there are fewer than two members");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor) {
    return visitor.visitUnion(this);
  }
}
