package dev.writ.dsl.check;

import dev.writ.dsl.ast.ApprovalTerms;
import dev.writ.dsl.ast.Declaration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An approval or a confirmation.
 *
 * @param declared what is written
 * @param cases where it can be opened and what it asks there
 * @param ignores the args and facts that are no part of its subject
 * @param terms the other clauses, the mandatory ones among them
 */
public record CheckedApproval(
    Declared<? extends Declaration> declared,
    List<Case> cases,
    SortedSet<String> ignores,
    ApprovalTerms terms) {

  /** Copies the collections. */
  public CheckedApproval {
    cases = List.copyOf(cases);
    ignores = Collections.unmodifiableSortedSet(new TreeSet<>(ignores));
  }

  /**
   * What is asked in one slot.
   *
   * @param slot the slot
   * @param condition what the head asks for
   * @param quorum the votes, or null for a confirmation
   * @param exclusions who may not vote
   */
  public record Case(
      HeadSlot slot,
      CheckedCondition condition,
      @Nullable CheckedQuorum quorum,
      List<CheckedExclusion> exclusions) {

    /** Copies the list. */
    public Case {
      exclusions = List.copyOf(exclusions);
    }
  }
}
