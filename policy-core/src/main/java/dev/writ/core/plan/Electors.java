package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Who may say yes or no to something, and how much of it is needed. */
interface Electors {

  /**
   * What a clause asks for.
   *
   * @param count how many votes, for each element where there are several
   * @param elements how many elements it is asked for; none makes it a clause that cannot be filled
   * @param each whether it is a {@code for each}, in which one vote covers every element it fits
   */
  record Need(int count, int elements, boolean each) {}

  /** What must be filled, by position. */
  List<Need> needs();

  /** Whether all clauses must be filled, or any one of them. */
  boolean all();

  /** The number of refusals that veto, or 0 where refusals of this clause do not. */
  int vetoAt(int clause);

  /**
   * Which elements of which clauses a yes of this voter fits now.
   *
   * @param held the clauses whose {@code when} held at the vote
   */
  BitSet[] fit(EntityId voter, Set<Integer> held);

  /** Whether a refusal by this voter counts for the clause. */
  Truth mayRefuse(EntityId voter, int clause, Set<Integer> held);
}
