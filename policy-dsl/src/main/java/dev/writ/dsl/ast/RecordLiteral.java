package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code { name: value }}: a record or a map, in tests.
 *
 * @param entries the entries in the order written
 * @param span where it stands
 */
public record RecordLiteral(List<RecordEntry> entries, Span span) implements Expression {

  /** Copies the lists. */
  public RecordLiteral {
    entries = List.copyOf(entries);
  }

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitRecord(this);
  }
}
