package dev.writ.core.reference;

import dev.writ.core.model.EntityId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for when a grant is.
 *
 * @param template the id of the template
 * @param holder who is to hold it: a member of the request it is for
 * @param requester who asks, proven by the caller
 * @param fromMillis from when, epoch milliseconds, or null for now
 * @param untilMillis until when, exclusive, or null for as long as may be
 * @param uses how many uses, or 0 for as many as the template gives
 * @param reason the requester's words, or null
 */
public record GrantOrder(
    String template,
    EntityId holder,
    EntityId requester,
    @Nullable Long fromMillis,
    @Nullable Long untilMillis,
    int uses,
    @Nullable String reason) {
  public GrantOrder {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(holder, "holder");
    Objects.requireNonNull(requester, "requester");
    if (uses < 0) {
      throw new IllegalArgumentException("a grant cannot have " + uses + " uses");
    }
  }

  /** The plain order: from now, as long and as often as may be, without a reason. */
  public static GrantOrder of(String template, EntityId holder, EntityId requester) {
    return new GrantOrder(template, holder, requester, null, null, 0, null);
  }

  /** The same with a reason. */
  public GrantOrder because(String words) {
    return new GrantOrder(template, holder, requester, fromMillis, untilMillis, uses, words);
  }

  /** The same from one instant until another, epoch milliseconds. */
  public GrantOrder between(long from, long until) {
    return new GrantOrder(template, holder, requester, from, until, uses, reason);
  }

  /** The same for so many uses. */
  public GrantOrder times(int many) {
    return new GrantOrder(template, holder, requester, fromMillis, untilMillis, many, reason);
  }
}
