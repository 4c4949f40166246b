package dev.writ.core.plan;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.ApprovalCase;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What an approval asks in some slots.
 *
 * @param slots where
 * @param head guard and constraints of the head
 * @param all whether all clauses must be filled, or any one of them
 * @param clauses the clauses; none for a confirmation
 * @param exclusions who may not vote, beside those who ask
 */
record HearingCode(
    SortedSet<Slot> slots,
    Node head,
    boolean all,
    List<HearingCode.Clause> clauses,
    List<HearingCode.Exclusion> exclusions) {
  HearingCode {
    clauses = List.copyOf(clauses);
    exclusions = List.copyOf(exclusions);
  }

  /**
   * A clause.
   *
   * @param text as it is declared
   * @param set the set of a {@code for each}, or null
   * @param groups where voters must, or must not, belong; one local, the element, if there is a set
   */
  record Clause(Quorum.Clause text, @Nullable Node set, List<Node> groups) {
    Clause {
      groups = List.copyOf(groups);
    }
  }

  /** People who may not vote. */
  record Exclusion(Node who, boolean members, Node condition) {}

  static HearingCode of(ApprovalCase text, Compiler compiler) {
    return new HearingCode(
        text.slots(),
        compiler.node(text.condition()),
        text.quorum().all(),
        text.quorum().clauses().stream().map(clause -> clause(clause, compiler)).toList(),
        text.exclusions().stream().map(exclusion -> exclusion(exclusion, compiler)).toList());
  }

  private static Clause clause(Quorum.Clause text, Compiler compiler) {
    Quorum.ForEach each = text.forEach();
    Quorum.Membership where = text.membership();
    List<Node> groups =
        where == null
            ? List.of()
            : where.groups().stream()
                .map(
                    group ->
                        each == null ? compiler.node(group) : compiler.inside(each.local(), group))
                .toList();
    return new Clause(text, each == null ? null : compiler.node(each.set()), groups);
  }

  private static Exclusion exclusion(Approval.Exclusion text, Compiler compiler) {
    return new Exclusion(
        compiler.node(text.who()), text.members(), compiler.node(text.condition()));
  }
}
