package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record type that extends others: {@code Common + { soft?: Bool }}.
 *
 * @param parts names of record types and record types, at least two
 * @param span where it stands
 */
public record RecordSumType(List<TypeExpr> parts, Span span) implements TypeExpr {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there are fewer than two parts
   */
  public RecordSumType {
    parts = List.copyOf(parts);
    if (parts.size() < 2) {
      throw new IllegalArgumentException("there are fewer than two parts");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor) {
    return visitor.visitRecordSum(this);
  }
}
