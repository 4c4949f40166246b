package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.ir.Approval;

/** The instants of an approval, epoch milliseconds; each is the first at which it is over. */
final class ApprovalClock {

  private ApprovalClock() {}

  /** When it is too late for a yes. */
  static long closes(Approval declared, ApprovalRecord record) {
    return ZoneClock.saturatedSum(record.openedMillis(), declared.decideWithinMillis());
  }

  /** When an approval completed at this instant has lapsed. */
  static long lapses(Approval declared, long completedMillis) {
    return ZoneClock.saturatedSum(completedMillis, declared.validForMillis());
  }

  /** When the subject of an approval vetoed at this instant can be opened again. */
  static long reopens(Approval declared, long vetoedMillis) {
    return ZoneClock.saturatedSum(vetoedMillis, declared.decideWithinMillis());
  }
}
