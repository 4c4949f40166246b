package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code a.name(b)}, such as {@code now.hour("UTC")}.
 *
 * @param target what stands before the dot
 * @param name the name
 * @param arguments the arguments, possibly none
 * @param span where it stands
 */
public record Call(Expression target, Identifier name, List<Expression> arguments, Span span)
    implements Expression {

  /** Copies the lists. */
  public Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitCall(this);
  }
}
