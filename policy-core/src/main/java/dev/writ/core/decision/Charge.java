package dev.writ.core.decision;

import java.util.Objects;

/**
 * What an authorised request adds to a counter.
 *
 * @param limit the id of the limit
 * @param key what is counted for: the text of an entity, or the id of a session
 * @param bucketMillis the start of the bucket it is added to, epoch milliseconds
 * @param amount how much, in the limit's units; positive
 * @param observed whether the limit is only observed, so that nothing depends on the counting
 */
public record Charge(String limit, String key, long bucketMillis, long amount, boolean observed) {
  public Charge {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(key, "key");
    if (amount <= 0) {
      throw new IllegalArgumentException("a charge must be positive, got " + amount);
    }
  }
}
