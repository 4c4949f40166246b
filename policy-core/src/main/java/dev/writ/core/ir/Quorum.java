package dev.writ.core.ir;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of an approval or review, and how they are joined.
 *
 * @param all whether all clauses must be filled, by different people, or any one of them
 * @param clauses the clauses; their position is their id
 */
public record Quorum(boolean all, List<Clause> clauses) {

  /** No clauses: for confirmations. */
  public static final Quorum NONE = new Quorum(true, List.of());

  public Quorum {
    clauses = List.copyOf(clauses);
  }

  /**
   * {@code 2 of User in resource.team when approver.oncall veto at 1}.
   *
   * @param count how many people, at least 1
   * @param types the voters' types, all human
   * @param membership where they must, or must not, belong, or null
   * @param when a condition over {@code approver}, taken at the vote, or null
   * @param vetoAt the number of refusals that end the approval, or 0 where refusals do not veto
   * @param forEach when not null, the clause is asked for each element of a set
   */
  public record Clause(
      int count,
      SortedSet<String> types,
      @Nullable Membership membership,
      @Nullable Expr when,
      int vetoAt,
      @Nullable ForEach forEach) {
    public Clause {
      types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
      if (count < 1 || vetoAt < 0 || types.isEmpty()) {
        throw new IllegalArgumentException(
            "a clause needs a count of at least 1 and a type of voters");
      }
    }
  }

  /**
   * Where voters belong.
   *
   * @param in whether they must be, or must not be, members
   * @param groups entities or sets of entities; one that matches is enough
   */
  public record Membership(boolean in, List<Expr> groups) {
    public Membership {
      groups = List.copyOf(groups);
    }
  }

  /**
   * {@code for each t in resource.owners}.
   *
   * @param local the variable that stands for the element
   * @param set the set; an empty one cannot be filled
   */
  public record ForEach(String local, Expr set) {
    public ForEach {
      Objects.requireNonNull(local, "local");
      Objects.requireNonNull(set, "set");
    }
  }
}
