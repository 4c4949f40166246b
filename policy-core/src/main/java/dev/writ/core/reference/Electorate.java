package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * Who may say yes or no to something, and how much of it is needed: the clauses of an approval or
 * of a review, or the one voice that a confirmation asks for. Clauses are told by position.
 */
interface Electorate {

  /** What must be filled. */
  List<ClauseNeed> needs();

  /** Whether all clauses must be filled, or any one of them. */
  boolean all();

  /** The number of refusals that veto, or 0 where refusals of this clause do not. */
  int vetoAt(int clause);

  /**
   * Where a yes of this voter counts now: where the voter is certainly eligible.
   *
   * @param held the clauses whose {@code when} held at the vote
   */
  Filling.VoteFit fit(EntityId voter, Set<Integer> held);

  /**
   * Whether a refusal by this voter counts for the clause. Since a refusal narrows, an error
   * counts.
   *
   * @param held the clauses whose {@code when} held at the vote
   */
  Truth mayRefuse(EntityId voter, int clause, Set<Integer> held);

  /** The clauses whose {@code when} holds for this voter at this instant. */
  SortedSet<Integer> holding(EntityId voter);

  /** Why the voice of one who is turned away counts nowhere, for the operator. */
  String barrier(EntityId voter);
}
