package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.GrantRecord.Status;
import dev.writ.core.ir.GrantTemplate;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Until when and how often a grant can be used, by its own record and by its template as it is now,
 * whichever is tighter. Instants are epoch milliseconds.
 *
 * <p>An emergency grant whose review is overdue cannot be used: what nobody looked at in time does
 * not go on.
 */
record GrantClock(GrantRecord grant, GrantTemplate template) {

  /** The first instant at which it is over. */
  long end() {
    return Math.min(
        grant.untilMillis(), ZoneClock.saturatedSum(grant.startMillis(), template.lastsMillis()));
  }

  /** When its review is overdue; empty where it needs none, or had it. */
  OptionalLong reviewDue() {
    GrantTemplate.Review review = template.review();
    return review == null || grant.reviewed()
        ? OptionalLong.empty()
        : OptionalLong.of(ZoneClock.saturatedSum(grant.startMillis(), review.withinMillis()));
  }

  /** How often it can be used in all, or 0 where there is no count. */
  int uses() {
    return template.uses() == 0 || grant.uses() == 0
        ? Math.max(template.uses(), grant.uses())
        : Math.min(template.uses(), grant.uses());
  }

  /** Whether it is active with uses left, whatever the time. */
  boolean live() {
    return grant.status() == Status.ACTIVE && (uses() == 0 || grant.used() < uses());
  }

  /** Whether it can be used at this instant. */
  boolean usable(long now) {
    OptionalLong due = reviewDue();
    return live()
        && grant.startMillis() <= now
        && now < end()
        && (due.isEmpty() || now < due.getAsLong());
  }

  /** The instants at which time alone changes whether it can be used. */
  LongStream changes() {
    return LongStream.concat(LongStream.of(grant.startMillis(), end()), reviewDue().stream());
  }
}
