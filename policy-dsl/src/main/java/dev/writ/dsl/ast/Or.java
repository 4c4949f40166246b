package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code a or b or …}.
 *
 * @param operands the operands, at least two
 * @param span where it stands
 */
public record Or(List<Expression> operands, Span span) implements Expression {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there are fewer than two operands
   */
  public Or {
    operands = List.copyOf(operands);
    if (operands.size() < 2) {
      throw new IllegalArgumentException("there are fewer than two operands");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitOr(this);
  }
}
