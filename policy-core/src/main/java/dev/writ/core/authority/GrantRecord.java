package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A grant issued, or asked for, from a template.
 *
 * @param id unique in the snapshot
 * @param template the id of the template
 * @param holder who may use it
 * @param requester who asked for it
 * @param origin for whom it is used: the origin of the request must equal it
 * @param action the one action it covers, or null for a template that permits nothing by itself
 * @param bound the values it is bound to, by {@code resource}, {@code within} (the entity that the
 *     resource must lie under), {@code args.x}, {@code facts.y}; what is not in the map was absent
 * @param fromMillis from when it was asked for, epoch milliseconds
 * @param untilMillis until when it was asked for, exclusive
 * @param activatedMillis when it was activated, or null where it never was; it holds from the later
 *     of this and {@code fromMillis}
 * @param status where it stands, expiry aside: that is computed from the clock
 * @param uses how often it may be used, or 0 for no count
 * @param used how often it was used
 * @param approvals the ids of the approvals, opened for this grant, that activated it
 * @param reviews the votes of its review, for an emergency grant
 * @param reviewed whether its review was completed, for an emergency grant
 * @param reason the requester's words, or null
 */
public record GrantRecord(
    String id,
    String template,
    EntityId holder,
    EntityId requester,
    EntityId origin,
    @Nullable String action,
    SortedMap<String, Value> bound,
    long fromMillis,
    long untilMillis,
    @Nullable Long activatedMillis,
    Status status,
    int uses,
    int used,
    List<String> approvals,
    List<Vote> reviews,
    boolean reviewed,
    @Nullable String reason) {

  /** Where a grant stands. */
  public enum Status {
    PENDING,
    ACTIVE,
    REFUSED,
    CANCELLED,
    REVOKED
  }

  public GrantRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(requester, "requester");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(status, "status");
    bound = Collections.unmodifiableSortedMap(new TreeMap<>(bound));
    approvals = List.copyOf(approvals);
    reviews = Vote.inOrder(reviews);
    if (untilMillis < fromMillis || uses < 0 || used < 0) {
      throw new IllegalArgumentException(
          "grant `" + id + "` ends before it starts or has a negative count");
    }
  }

  /** From when it holds: the later of what was asked for and its activation. */
  public long startMillis() {
    return activatedMillis == null ? fromMillis : Math.max(fromMillis, activatedMillis);
  }

  /** The same with one use more. */
  public GrantRecord spent() {
    return with(status, activatedMillis, used + 1, approvals, reviews, reviewed);
  }

  /** The same, active from this instant on by these approvals. */
  public GrantRecord activated(long atMillis, List<String> by) {
    return with(Status.ACTIVE, atMillis, used, by, reviews, reviewed);
  }

  /** The same in another status. */
  public GrantRecord in(Status other) {
    return with(other, activatedMillis, used, approvals, reviews, reviewed);
  }

  /** The same with these votes on its review. */
  public GrantRecord reviewed(List<Vote> votes, boolean complete) {
    return with(status, activatedMillis, used, approvals, votes, complete);
  }

  private GrantRecord with(
      Status newStatus,
      @Nullable Long activated,
      int newUsed,
      List<String> newApprovals,
      List<Vote> newReviews,
      boolean newReviewed) {
    return new GrantRecord(
        id,
        template,
        holder,
        requester,
        origin,
        action,
        bound,
        fromMillis,
        untilMillis,
        activated,
        newStatus,
        uses,
        newUsed,
        newApprovals,
        newReviews,
        newReviewed,
        reason);
  }
}
