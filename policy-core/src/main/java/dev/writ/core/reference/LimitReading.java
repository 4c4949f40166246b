package dev.writ.core.reference;

import dev.writ.core.authority.Counter;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Limit.LimitCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What one limit makes of a request: whether it is passed on some view, and what it would count.
 *
 * <p>Each key counts a request once: where several views count for one key, the greatest amount.
 * Where no amount or key can be told, an amount is negative, or a sum leaves 64 bits, the limit
 * denies even under {@code unless}, since the use could not be counted.
 */
final class LimitReading {
  private final Limit limit;
  private final @Nullable LimitWindow window;
  private final World world;
  private final List<LimitUse> uses;

  private LimitReading(
      Limit limit, @Nullable LimitWindow window, World world, List<LimitUse> uses) {
    this.limit = limit;
    this.window = window;
    this.world = world;
    this.uses = uses;
  }

  static LimitReading of(Limit limit, Asked asked, Judge judge, AuthorityFacts authority) {
    judge.trace().open("limit " + limit.id());
    List<LimitUse> uses = new ArrayList<>();
    for (LimitCase text : limit.cases()) {
      for (int member : asked.spanned(text.slots())) {
        uses.add(LimitUse.of(limit, text, asked.view(member), judge, authority));
      }
    }
    LimitWindow window = LimitWindow.of(limit.window(), judge.world());
    if (counts(uses) && !tellsBuckets(window, judge.world())) {
      judge.list(limit.id(), new Fault(Fault.Kind.ZONE_TABLE_ENDED, zone(limit)));
    }
    LimitReading reading = new LimitReading(limit, window, judge.world(), uses);
    judge.trace().close(reading.truth());
    return reading;
  }

  private static boolean counts(List<LimitUse> uses) {
    return uses.stream().anyMatch(use -> use.counts() != Truth.FALSE);
  }

  private static boolean tellsBuckets(@Nullable LimitWindow window, World world) {
    return window != null && window.bucket(world.nowMillis()).isPresent();
  }

  private static String zone(Limit limit) {
    return limit.window() instanceof Limit.Window.Calendar calendar ? calendar.zone() : "";
  }

  Limit limit() {
    return limit;
  }

  /** Whether its head spans some view. */
  boolean spans() {
    return !uses.isEmpty();
  }

  /** The disjunction over the views. */
  Truth truth() {
    return truthAt(now());
  }

  private Truth truthAt(long instant) {
    return uses.stream()
        .map(use -> truth(use, use.exempt(), instant))
        .reduce(Truth.FALSE, Truth::or);
  }

  /** Whether the limit denies on one view. */
  private Truth truth(LimitUse use, Truth exempt, long instant) {
    if (use.counts() == Truth.FALSE) {
      return Truth.FALSE;
    }
    if (window == null
        || window.bucket(instant).isEmpty()
        || use.amount().isEmpty()
        || use.key() == null) {
      return Truth.ERROR;
    }
    OptionalLong sum = sum(use.key(), instant);
    if (use.amount().getAsLong() < 0 || sum.isEmpty()) {
      return Truth.TRUE;
    }
    Truth passed =
        use.counts() == Truth.ERROR ? Truth.ERROR : Truth.of(sum.getAsLong() > limit.most());
    return passed.and(exempt.not());
  }

  /** What is counted for the key, this request included; empty beyond 64 bits. */
  private OptionalLong sum(String key, long instant) {
    try {
      long sum = charge(key);
      for (Map.Entry<Long, Long> bucket : buckets(key).entrySet()) {
        if (window != null && window.counted(instant).test(bucket.getKey())) {
          sum = Math.addExact(sum, bucket.getValue());
        }
      }
      return OptionalLong.of(sum);
    } catch (ArithmeticException overflow) {
      return OptionalLong.empty();
    }
  }

  private SortedMap<Long, Long> buckets(String key) {
    Counter counter = world.authority().counter(limit.id(), key);
    return counter == null ? new TreeMap<>() : counter.buckets();
  }

  /** How much this request counts for the key. */
  private long charge(String key) {
    return uses.stream()
        .filter(use -> use.countsFor(key))
        .flatMapToLong(use -> use.amount().stream())
        .max()
        .orElse(0);
  }

  /** The counters as they are after an authorised request, without buckets that count no more. */
  List<Counter> counters() {
    LimitWindow counting = window;
    OptionalLong bucket = counting == null ? OptionalLong.empty() : counting.bucket(now());
    if (counting == null || bucket.isEmpty()) {
      return List.of();
    }
    return keys().stream()
        .filter(key -> charge(key) > 0 && sum(key, now()).isPresent())
        .map(key -> counter(key, bucket.getAsLong(), counting.counted(now())))
        .toList();
  }

  private Counter counter(String key, long bucket, LongPredicate counted) {
    SortedMap<Long, Long> after = new TreeMap<>(buckets(key));
    after.keySet().removeIf(start -> !counted.test(start));
    after.merge(bucket, charge(key), Math::addExact);
    return new Counter(limit.id(), key, after);
  }

  private long now() {
    return world.nowMillis();
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

  /**
   * The earliest instant after now at which its bound is passed or no longer so, all else fixed.
   * What exempts from it does not matter here: it may be spent, or not be needed any more.
   */
  OptionalLong nextChange() {
    List<Truth> now = bounds(now());
    return candidates().filter(instant -> !bounds(instant).equals(now)).findFirst();
  }

  private List<Truth> bounds(long instant) {
    return uses.stream().map(use -> truth(use, Truth.FALSE, instant)).toList();
  }

  private LongStream candidates() {
    LimitWindow counting = window;
    if (counting == null) {
      return LongStream.empty();
    }
    List<Long> buckets =
        keys().stream().flatMap(key -> buckets(key).keySet().stream()).distinct().toList();
    return counting.changes(now(), buckets).stream().mapToLong(Long::longValue);
  }
}
