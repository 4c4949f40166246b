package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Votes in the review of an emergency grant: {@code given review break_glass for fix by
 * User::"sec";}.
 *
 * @param template the template of the grant
 * @param request the request that the grant was made for, or null for a template without {@code
 *     permits}
 * @param voters who reviewed it, at least one
 * @param at when, or null for the clock
 * @param span where it stands
 */
public record GivenReview(
    QualifiedName template,
    @Nullable Identifier request,
    List<EntityRef> voters,
    @Nullable Moment at,
    Span span)
    implements TestStatement {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no voter
   */
  public GivenReview {
    voters = List.copyOf(voters);
    if (voters.isEmpty()) {
      throw new IllegalArgumentException("there is no voter");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitReview(this);
  }
}
