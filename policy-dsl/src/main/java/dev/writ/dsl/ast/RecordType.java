package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record type: {@code { why?: String, at: Instant }}.
 *
 * @param fields the fields in the order written
 * @param span where it stands
 */
public record RecordType(List<Field> fields, Span span) implements TypeExpr {

  /** Copies the lists. */
  public RecordType {
    fields = List.copyOf(fields);
  }

  @Override
  public <R extends @Nullable Object> R accept(TypeExprVisitor<R> visitor) {
    return visitor.visitRecord(this);
  }
}
