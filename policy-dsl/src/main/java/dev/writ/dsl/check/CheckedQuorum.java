package dev.writ.dsl.check;

import dev.writ.dsl.check.expression.LocalVariable;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The votes that an approval or a review takes.
 *
 * @param all whether all clauses must be filled, or any one of them
 * @param clauses the clauses, in the order written
 */
public record CheckedQuorum(boolean all, List<Votes> clauses) {

  /** Copies the list. */
  public CheckedQuorum {
    clauses = List.copyOf(clauses);
  }

  /**
   * One clause.
   *
   * @param count how many people
   * @param types the types of voters
   * @param membership where they must, or must not, belong, or null
   * @param when a condition over {@code approver}, or null
   * @param vetoAt how many refusals veto, or 0
   * @param forEach the set for each element of which the clause is asked, or null
   */
  public record Votes(
      int count,
      SortedSet<String> types,
      @Nullable Membership membership,
      @Nullable CheckedExpression when,
      int vetoAt,
      @Nullable ForEach forEach) {

    /** Copies the set. */
    public Votes {
      types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    }
  }

  /**
   * Where voters belong.
   *
   * @param in whether they must be members, or must not
   * @param group an entity, a list of entities or a set of entities
   */
  public record Membership(boolean in, CheckedExpression group) {}

  /**
   * The set of a {@code for each}.
   *
   * @param variable what stands for its element
   * @param set the set
   */
  public record ForEach(LocalVariable variable, CheckedExpression set) {}
}
