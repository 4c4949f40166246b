package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number with up to four places: {@code 500.00}.
 *
 * @param value the value, with as many places as written
 * @param span where it stands
 */
public record DecimalLiteral(BigDecimal value, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitDecimal(this);
  }
}
