package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * {@code needs deploy_review by User::"bo"}: who voted for an approval that a grant needs.
 *
 * @param approval the approval
 * @param voters the voters, at least one
 * @param span where it stands
 */
public record GrantVotes(QualifiedName approval, List<EntityRef> voters, Span span) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no voter
   */
  public GrantVotes {
    voters = List.copyOf(voters);
    if (voters.isEmpty()) {
      throw new IllegalArgumentException("there is no voter");
    }
  }
}
