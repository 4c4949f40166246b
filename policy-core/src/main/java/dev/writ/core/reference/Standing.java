package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.ir.Approval;
import java.util.List;
import java.util.OptionalLong;

/**
 * Where an approval or confirmation that was opened stands now.
 *
 * @param hearings what it asks, at least one
 * @param record what was opened
 * @param completedAt since when the votes that count fill the clauses; empty where they do not
 * @param vetoedAt when a veto was reached; empty where none was
 */
record Standing(
    List<Hearing> hearings,
    ApprovalRecord record,
    OptionalLong completedAt,
    OptionalLong vetoedAt) {
  Standing {
    hearings = List.copyOf(hearings);
  }

  /** The declaration. */
  Approval declared() {
    return hearings.get(0).declared();
  }

  /** Whether the votes carry it: a grant it activated may run. */
  boolean stands() {
    return completedAt.isPresent() && vetoedAt.isEmpty();
  }

  /** Whether it can be used at this instant: it stands, has not lapsed, and has uses left. */
  boolean usable(long now) {
    return stands() && now < lapses() && record.used() < declared().uses();
  }

  /** Whether votes are awaited at this instant. */
  boolean open(long now) {
    return completedAt.isEmpty()
        && vetoedAt.isEmpty()
        && now < ApprovalClock.closes(declared(), record);
  }

  /** When it lapses; for one that is complete. */
  private long lapses() {
    return ApprovalClock.lapses(declared(), completedAt.orElse(Long.MIN_VALUE));
  }

  /** When time alone changes it next, if it does: it lapses, or votes come too late. */
  OptionalLong nextChange(long now) {
    boolean fixed = vetoedAt.isPresent() || record.used() >= declared().uses();
    long change = completedAt.isPresent() ? lapses() : ApprovalClock.closes(declared(), record);
    return fixed || change <= now ? OptionalLong.empty() : OptionalLong.of(change);
  }
}
