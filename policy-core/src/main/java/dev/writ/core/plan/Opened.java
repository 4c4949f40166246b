package dev.writ.core.plan;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where an approval or confirmation that was opened stands now.
 *
 * @param declared the declaration
 * @param record what was opened
 * @param completedAt since when the votes that count fill the clauses; empty where they do not
 * @param vetoed whether a veto was reached
 */
record Opened(Approval declared, ApprovalRecord record, OptionalLong completedAt, boolean vetoed) {

  /**
   * How it stands: complete only where it is in every hearing, from the latest on; vetoed where it
   * is in one.
   *
   * @param hearings at least one
   */
  static Opened of(
      ApprovalRecord record,
      List<Hearing> hearings,
      Schema schema,
      AuthoritySnapshot state,
      long now) {
    List<Count> counts = new ArrayList<>();
    for (Hearing hearing : hearings) {
      counts.add(hearing.count(record, schema, state, now));
    }
    long latest = Long.MIN_VALUE;
    boolean complete = true;
    for (Count count : counts) {
      OptionalLong completed = count.completedAt();
      complete &= completed.isPresent();
      latest = Math.max(latest, completed.orElse(Long.MIN_VALUE));
    }
    boolean vetoed = record.vetoedMillis() != null;
    for (Count count : counts) {
      vetoed |= count.isVetoed();
    }
    return new Opened(
        hearings.get(0).approval().declared(),
        record,
        complete ? OptionalLong.of(latest) : OptionalLong.empty(),
        vetoed);
  }

  /** When it is too late for a yes. */
  static long closes(Approval declared, ApprovalRecord record) {
    return TimeOps.saturatedSum(record.openedMillis(), declared.decideWithinMillis());
  }

  /** Whether the votes carry it: a grant it activated may run. */
  boolean stands() {
    return completedAt.isPresent() && !vetoed;
  }

  /** Whether it can be used at this instant: it stands, has not lapsed, and has uses left. */
  boolean isUsable(long now) {
    return stands() && now < lapses() && record.used() < declared.uses();
  }

  /** Tells when time alone changes how it stands. */
  void tell(Lasting lasting) {
    lasting.changesAt(lapses());
    tell(record, lasting);
  }

  /** Tells when votes of a record begin to count: those from later than now. */
  static void tell(ApprovalRecord record, Lasting lasting) {
    record.votes().forEach(vote -> lasting.changesAt(vote.atMillis()));
  }

  private long lapses() {
    return TimeOps.saturatedSum(completedAt.orElse(Long.MIN_VALUE), declared.validForMillis());
  }
}
