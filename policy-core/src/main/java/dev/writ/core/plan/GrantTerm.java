package dev.writ.core.plan;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.GrantTemplate;

/**
 * Until when and how often a grant can be used, by its own record and by its template as it is now,
 * whichever is tighter. Instants are epoch milliseconds.
 */
record GrantTerm(GrantRecord grant, GrantTemplate template) {

  /** The first instant at which it is over. */
  long end() {
    return Math.min(
        grant.untilMillis(), TimeOps.saturatedSum(grant.startMillis(), template.lastsMillis()));
  }

  /** How often it can be used in all, or 0 where there is no count. */
  private int uses() {
    return template.uses() == 0 || grant.uses() == 0
        ? Math.max(template.uses(), grant.uses())
        : Math.min(template.uses(), grant.uses());
  }

  /** Whether it is active with uses left, whatever the time. */
  boolean isLive() {
    int uses = uses();
    return grant.status() == GrantRecord.Status.ACTIVE && (uses == 0 || grant.used() < uses);
  }

  /** Whether it runs at this instant and its review, if it needs one, is not overdue. */
  boolean isRunning(long now) {
    return grant.startMillis() <= now && now < end() && !isOverdue(now);
  }

  private boolean isOverdue(long now) {
    return now >= overdue();
  }

  /** From when its review is overdue. */
  private long overdue() {
    GrantTemplate.Review review = template.review();
    return review == null || grant.reviewed()
        ? Long.MAX_VALUE
        : TimeOps.saturatedSum(grant.startMillis(), review.withinMillis());
  }

  /** Tells when time alone changes whether it runs. */
  void tell(Lasting lasting) {
    lasting.changesAt(grant.startMillis());
    lasting.changesAt(end());
    lasting.changesAt(overdue());
  }
}
