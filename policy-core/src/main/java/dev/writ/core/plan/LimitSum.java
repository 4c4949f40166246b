package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One limit over all views of a request. Each key counts a request once: where several views count
 * for one key, the greatest amount. Mutable, for one run.
 */
final class LimitSum {
  private final Limit limit;
  private final Window window;
  private final List<LimitUse> uses = new ArrayList<>();

  LimitSum(LimitCode code) {
    this.limit = code.limit();
    this.window = code.window();
  }

  void add(LimitUse use) {
    uses.add(use);
  }

  Limit limit() {
    return limit;
  }

  /** Whether the request may count. */
  boolean counts() {
    return uses.stream().anyMatch(use -> use.counts() != Truth.FALSE);
  }

  /** Whether the bound denies, on some view. */
  Truth truth(Judge judge, AuthoritySnapshot state) {
    long now = judge.moment.now;
    OptionalLong bucket = window.bucket(now);
    if (bucket.isEmpty() && counts()) {
      judge.list(limit.id(), FaultKind.ZONE_TABLE_ENDED, window.zone());
    }
    Truth truth = Truth.FALSE;
    for (LimitUse use : uses) {
      truth = truth.or(truth(use, bucket, state, now));
    }
    return truth;
  }

  private Truth truth(LimitUse use, OptionalLong bucket, AuthoritySnapshot state, long now) {
    if (use.counts() == Truth.FALSE) {
      return Truth.FALSE;
    }
    String key = use.key();
    if (bucket.isEmpty() || use.amount().isEmpty() || key == null) {
      return Truth.ERROR;
    }
    OptionalLong sum = sum(key, bucket.getAsLong(), state, now);
    if (use.amount().getAsLong() < 0 || sum.isEmpty()) {
      return Truth.TRUE;
    }
    Truth passed =
        use.counts() == Truth.ERROR ? Truth.ERROR : Truth.of(sum.getAsLong() > limit.most());
    return passed.and(use.exempt().not());
  }

  /** What is counted for the key, this request included; empty beyond 64 bits. */
  private OptionalLong sum(String key, long bucket, AuthoritySnapshot state, long now) {
    Counter counter = state.counter(limit.id(), key);
    try {
      long sum = charge(key);
      if (counter != null) {
        for (Map.Entry<Long, Long> used : counter.buckets().entrySet()) {
          if (window.counts(used.getKey(), bucket, now)) {
            sum = Math.addExact(sum, used.getValue());
          }
        }
      }
      return OptionalLong.of(sum);
    } catch (ArithmeticException overflow) {
      return OptionalLong.empty();
    }
  }

  /** The counters as they are after an authorised request, without buckets that count no more. */
  List<Counter> counters(AuthoritySnapshot state, long now) {
    List<Counter> counters = new ArrayList<>();
    OptionalLong bucket = window.bucket(now);
    if (bucket.isPresent()) {
      for (String key : keys()) {
        if (charge(key) > 0 && sum(key, bucket.getAsLong(), state, now).isPresent()) {
          counters.add(counter(key, bucket.getAsLong(), state, now));
        }
      }
    }
    return counters;
  }

  private SortedSet<String> keys() {
    SortedSet<String> keys = new TreeSet<>();
    for (LimitUse use : uses) {
      if (use.counts() != Truth.FALSE && use.key() != null) {
        keys.add(use.key());
      }
    }
    return keys;
  }

  private Counter counter(String key, long bucket, AuthoritySnapshot state, long now) {
    Counter before = state.counter(limit.id(), key);
    SortedMap<Long, Long> after =
        before == null ? new TreeMap<>() : new TreeMap<>(before.buckets());
    after.keySet().removeIf(start -> !window.counts(start, bucket, now));
    after.merge(bucket, charge(key), Math::addExact);
    return new Counter(limit.id(), key, after);
  }

  private long charge(String key) {
    return uses.stream()
        .filter(use -> use.counts() != Truth.FALSE && key.equals(use.key()))
        .flatMapToLong(use -> use.amount().stream())
        .max()
        .orElse(0);
  }
}
