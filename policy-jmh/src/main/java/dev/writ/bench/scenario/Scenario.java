package dev.writ.bench.scenario;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Request;
import java.util.List;
import java.util.Objects;

/**
 * A workload: what is asked under which policies, and the floor that says what the answers are.
 *
 * @param name the name on the command line: {@code s2-1000}
 * @param what one line on what it is
 * @param policies the policies in Writ
 * @param entities the entities
 * @param authority the state of authority
 * @param nowMillis the instant of every decision, epoch milliseconds
 * @param requests what is asked, in this order, over and over
 * @param floor the hand-written program; its answers are the expected ones
 * @param dialects the same policies in the languages of others, as far as they can say them
 */
public record Scenario(
    String name,
    String what,
    Policies policies,
    Entities entities,
    AuthoritySnapshot authority,
    long nowMillis,
    List<Request> requests,
    Decider floor,
    Dialects dialects) {
  /** How many requests a scenario has, a power of two. */
  static final int REQUESTS = 1_024;

  /** 2026-03-02T10:00:00Z. */
  static final long NOW = 1_772_445_600_000L;

  public Scenario {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(floor, "floor");
    requests = List.copyOf(requests);
    if (Integer.bitCount(requests.size()) != 1) {
      throw new IllegalArgumentException("the number of requests is no power of two");
    }
  }

  /** A scenario in which nothing was granted. */
  static Scenario of(
      String name,
      String what,
      Policies policies,
      Entities entities,
      List<Request> requests,
      Decider floor,
      Dialects dialects) {
    return new Scenario(
        name, what, policies, entities, AuthoritySnapshot.EMPTY, NOW, requests, floor, dialects);
  }

  /** How many of the requests the floor permits. */
  public int permits() {
    int permits = 0;
    for (int i = 0; i < requests.size(); i++) {
      permits += floor.permits(i) ? 1 : 0;
    }
    return permits;
  }
}
