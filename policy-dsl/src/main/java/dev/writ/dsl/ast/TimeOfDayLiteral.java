package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day: {@code 09:00}.
 *
 * @param value the value, in whole seconds
 * @param span where it stands
 */
public record TimeOfDayLiteral(LocalTime value, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitTimeOfDay(this);
  }
}
