package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An approval or confirmation that is open and has no votes.
 *
 * @param name which one
 * @param subject what it is for
 * @param requester who opened it, or null for the principal
 * @param at when it was opened, or null for the clock
 * @param span where it stands
 */
public record GivenOpen(
    QualifiedName name,
    Subject subject,
    @Nullable EntityRef requester,
    @Nullable Moment at,
    Span span)
    implements TestStatement {

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitOpen(this);
  }
}
