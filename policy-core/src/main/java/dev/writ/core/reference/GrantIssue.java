package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.GrantRecord.Status;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The issue of one grant.
 *
 * <p>How long it may be asked for: what the template lasts at most, and before that the time in
 * which what it needs can be approved and used. However late it is activated, it runs no longer
 * than the template lasts.
 *
 * @param desk what the command is given against
 * @param template the template
 * @param asked the request it is for
 * @param holder the member that is to hold it
 */
record GrantIssue(Desk desk, GrantTemplate template, Asked asked, int holder) {

  CommandResult<GrantRecord> issue(GrantOrder order) {
    String refusal =
        new Requesting(desk.judge(), template, asked, holder).refusal(order.requester());
    if (refusal == null) {
      refusal = refusal(order);
    }
    SortedMap<String, Value> bound = new GrantDraft(desk.judge(), template, asked, holder).bound();
    if (refusal != null || bound == null) {
      return Desk.refused(
          Objects.requireNonNullElse(
              refusal, "`" + template.id() + "` covers nothing of this request"));
    }
    return desk.put(record(order, bound));
  }

  private @Nullable String refusal(GrantOrder order) {
    if (template.requestNeedsReason() && Desk.blank(order.reason())) {
      return "`" + template.id() + "` needs a reason";
    }
    if (from(order) < desk.now() || until(order) <= from(order)) {
      return "a grant cannot start in the past or end before it starts";
    }
    if (until(order) > latest(from(order))) {
      return "`" + template.id() + "` cannot be asked for so long";
    }
    return template.uses() > 0 && order.uses() > template.uses()
        ? "`" + template.id() + "` can be used " + template.uses() + " times at most"
        : null;
  }

  private long from(GrantOrder order) {
    return order.fromMillis() == null ? desk.now() : order.fromMillis();
  }

  private long until(GrantOrder order) {
    return order.untilMillis() == null ? latest(from(order)) : order.untilMillis();
  }

  private long latest(long from) {
    long waiting =
        template.needs().stream()
            .map(need -> desk.approvals().declared(need))
            .filter(Objects::nonNull)
            .mapToLong(GrantIssue::waiting)
            .max()
            .orElse(0);
    return ZoneClock.saturatedSum(from, ZoneClock.saturatedSum(waiting, template.lastsMillis()));
  }

  private static long waiting(Approval need) {
    return ZoneClock.saturatedSum(need.decideWithinMillis(), need.validForMillis());
  }

  private GrantRecord record(GrantOrder order, SortedMap<String, Value> bound) {
    boolean atOnce = template.needs().isEmpty();
    return new GrantRecord(
        desk.id("grant"),
        template.id(),
        order.holder(),
        order.requester(),
        asked.request().origin(),
        template.binds() == null ? null : asked.action(),
        bound,
        from(order),
        until(order),
        atOnce ? desk.now() : null,
        atOnce ? Status.ACTIVE : Status.PENDING,
        order.uses() == 0 ? template.uses() : order.uses(),
        0,
        List.of(),
        List.of(),
        false,
        order.reason());
  }
}
