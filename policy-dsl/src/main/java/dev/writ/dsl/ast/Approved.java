package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code approved deploy_review}.
 *
 * @param name the approval
 * @param span where it stands
 */
public record Approved(QualifiedName name, Span span) implements Expression {

  @Override
  public <R extends @Nullable Object> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitApproved(this);
  }
}
