package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Decisions with a cache are those without, whatever happens between them: requests, what they
 * spend and label, grants, revocations, votes, suspensions, entities that change here or at a
 * source, reloads, and time that passes and goes back.
 */
final class CacheChangesTest {
  private static final int SETS = Integer.getInteger("cache.sets", 30);
  private static final long SEED = Long.getLong("cache.seed", 1);

  @Test
  void decision_withACache_isThatWithout() {
    CacheRun total = new CacheRun();
    for (long seed = SEED; seed < SEED + SETS; seed++) {
      assertThat(total.run(seed)).as("seed %d", seed).isNull();
    }
    System.out.println("cache: " + total);
    assertThat(total.failed).isFalse();
    assertThat(total.hits).isGreaterThan(total.decisions / 6);
    assertThat(total.stale).isGreaterThan(total.decisions / 100);
    assertThat(total.permitsHit).isGreaterThan(SETS);
  }
}
