package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import java.util.Objects;

/**
 * What a request is decided in. Immutable.
 *
 * @param authority the state of authority
 * @param nowMillis the instant of the decision, epoch milliseconds
 * @param isUnavailable whether a port failed
 * @param isStale whether the state is older, or further ahead of the clock, than it may be
 */
public record Surroundings(
    AuthoritySnapshot authority, long nowMillis, boolean isUnavailable, boolean isStale) {
  public Surroundings {
    Objects.requireNonNull(authority, "authority");
  }
}
