package dev.writ.core.ir;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A declared approval or confirmation: who must say yes, to what, how soon, and for how long it
 * counts.
 *
 * @param id the qualified name
 * @param module the module that declares it
 * @param kind approval or confirmation
 * @param cases where it can be opened and what it asks there; no slot twice
 * @param ignores args and facts that are not part of its subject, as {@code args.x} and {@code
 *     facts.y}
 * @param decideWithinMillis how long after opening votes count
 * @param validForMillis how long after completion it can be used
 * @param uses how often it can be used, at least 1
 * @param votesWithReason whether a blank reason is refused
 * @param openForEachPrincipal how many may be open for one principal at once, or 0 for no bound
 * @param annotations notes
 */
public record Approval(
    String id,
    String module,
    Kind kind,
    List<ApprovalCase> cases,
    SortedSet<String> ignores,
    long decideWithinMillis,
    long validForMillis,
    int uses,
    boolean votesWithReason,
    int openForEachPrincipal,
    List<Annotation> annotations) {

  /** Four eyes, or the origin's own consent. */
  public enum Kind {
    APPROVAL,
    CONFIRMATION
  }

  public Approval {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(kind, "kind");
    cases = List.copyOf(cases);
    ignores = Collections.unmodifiableSortedSet(new TreeSet<>(ignores));
    annotations = List.copyOf(annotations);
    if (decideWithinMillis <= 0 || validForMillis <= 0 || uses < 1 || openForEachPrincipal < 0) {
      throw new IllegalArgumentException("approval `" + id + "` has a bound that is not positive");
    }
  }

  /**
   * What is asked in some slots.
   *
   * @param slots where
   * @param condition guard and constraints of the head
   * @param quorum the clauses; for a confirmation empty: its one vote is the origin's
   * @param exclusions who may not vote, beside principal, chain and requester
   */
  public record ApprovalCase(
      SortedSet<Slot> slots, Expr condition, Quorum quorum, List<Exclusion> exclusions) {
    public ApprovalCase {
      slots = Collections.unmodifiableSortedSet(new TreeSet<>(slots));
      Objects.requireNonNull(condition, "condition");
      Objects.requireNonNull(quorum, "quorum");
      exclusions = List.copyOf(exclusions);
    }
  }

  /**
   * People who may not vote.
   *
   * @param who an entity, or a set of entities
   * @param members whether the members of {@code who} are meant ({@code excluding in team}) and not
   *     it itself
   * @param condition when not yes, the exclusion holds only where it is not false
   */
  public record Exclusion(Expr who, boolean members, Expr condition) {
    public Exclusion {
      Objects.requireNonNull(who, "who");
      Objects.requireNonNull(condition, "condition");
    }
  }
}
