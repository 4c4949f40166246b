package dev.writ.dsl.lint;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Review;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Clauses to be voted on, of an approval in one of its cases or of the review of a grant.
 *
 * @param text the declaration
 * @param written the clauses as written
 * @param quorum the clauses
 * @param exclusions who may not vote
 * @param slots where it is asked; none for a review
 */
record Ballots(
    Written<?> text,
    dev.writ.dsl.ast.Quorum written,
    Quorum quorum,
    List<Approval.Exclusion> exclusions,
    List<Slot> slots) {

  /** Returns what is voted on in a set. */
  static List<Ballots> of(LintedSet set) {
    List<Ballots> found = new ArrayList<>();
    for (Linted<Approval, ApprovalDecl> approval : set.approvals()) {
      dev.writ.dsl.ast.Quorum written = approval.text().declaration().quorum();
      for (Approval.ApprovalCase each : approval.meaning().cases()) {
        found.add(
            new Ballots(
                approval.text(),
                Objects.requireNonNull(written, "the clauses of an approval"),
                each.quorum(),
                each.exclusions(),
                List.copyOf(each.slots())));
      }
    }
    for (Linted<dev.writ.core.ir.GrantTemplate, GrantDecl> grant : set.grants()) {
      Review written = grant.text().declaration().review();
      dev.writ.core.ir.GrantTemplate.Review review = grant.meaning().review();
      if (written != null && written.quorum() != null && review != null) {
        found.add(
            new Ballots(
                grant.text(), written.quorum(), review.quorum(), review.exclusions(), List.of()));
      }
    }
    return found;
  }

  /** Returns where a clause stands. */
  Span place(int clause) {
    return written.clauses().get(clause).span();
  }
}
