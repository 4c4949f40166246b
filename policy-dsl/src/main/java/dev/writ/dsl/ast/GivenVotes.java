package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Votes, refusals or withdrawals on an approval or confirmation; it is opened first where it is not
 * open.
 *
 * @param kind what they did
 * @param name which approval or confirmation
 * @param subject what it is for
 * @param voters who did, at least one
 * @param at when, or null for the clock
 * @param span where it stands
 */
public record GivenVotes(
    VoteKind kind,
    QualifiedName name,
    Subject subject,
    List<EntityRef> voters,
    @Nullable Moment at,
    Span span)
    implements TestStatement {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no voter
   */
  public GivenVotes {
    voters = List.copyOf(voters);
    if (voters.isEmpty()) {
      throw new IllegalArgumentException("there is no voter");
    }
  }

  @Override
  public <R extends @Nullable Object> R accept(TestStatementVisitor<R> visitor) {
    return visitor.visitVotes(this);
  }
}
