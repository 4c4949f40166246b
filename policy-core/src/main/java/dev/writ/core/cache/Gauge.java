package dev.writ.core.cache;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether it pays to ask the cache for one slice: measures now and then what asking and what
 * evaluating take, and lets the slice be asked about or not until it measures again.
 *
 * <p>Thread-safe. The clock that measures is read for a decision in many; whoever is not measured
 * reads two fields. It begins by timing single decisions ({@link Step#PROBE}); where one takes long
 * enough to be worth it, some are put to the cache and timed ({@link Step#MEASURE}); then asking
 * goes on untimed ({@link Step#ASK}) if it paid, and is left ({@link Step#PASS}) if it did not,
 * each time for longer.
 */
public final class Gauge {

  /** What to do with a decision. */
  public enum Step {
    /** Evaluate it. */
    PASS,
    /** Evaluate it, and tell how long that took. */
    PROBE,
    /** Ask the cache. */
    ASK,
    /** Ask the cache, and tell how long everything took. */
    MEASURE
  }

  private final GaugeTerms terms;
  private final LongSupplier nanos;
  private volatile Step step = Step.PASS;
  private volatile long nextMillis = Long.MIN_VALUE;
  private volatile @Nullable String why = "not measured yet";

  // guarded by this
  private Samples samples;
  private int failures;
  private int successes;

  /**
   * @param nanos a clock that only differences are taken of, in nanoseconds
   */
  public Gauge(GaugeTerms terms, LongSupplier nanos) {
    this.terms = terms;
    this.nanos = nanos;
    this.samples = new Samples(0);
  }

  /** One by which every decision is put to the cache, and nothing is measured. */
  public static Gauge always() {
    Gauge gauge = new Gauge(GaugeTerms.DEFAULT, () -> 0);
    gauge.step = Step.ASK;
    gauge.nextMillis = Long.MAX_VALUE;
    return gauge;
  }

  /** Whether the cache is asked at this instant, untimed; nothing is begun. */
  public boolean isAsking(long nowMillis) {
    return step == Step.ASK && nowMillis < nextMillis;
  }

  /** What to do with a decision at this instant, epoch milliseconds. */
  public Step next(long nowMillis) {
    Step present = step;
    return nowMillis < nextMillis || present == Step.MEASURE ? present : due(nowMillis);
  }

  private synchronized Step due(long nowMillis) {
    if (nowMillis < nextMillis || step == Step.MEASURE) {
      return step;
    }
    if (step == Step.ASK) {
      begin();
      return Step.MEASURE;
    }
    nextMillis = sum(nowMillis, terms.pauseMillis(failures));
    return Step.PROBE;
  }

  private void begin() {
    samples = samples.again(terms.window() << Math.min(failures, terms.doublings()));
    step = Step.MEASURE;
  }

  /** The measuring clock. */
  public long nanos() {
    return nanos.getAsLong();
  }

  /** A probe took so long. */
  public synchronized void probed(long evaluating) {
    if (step == Step.PASS) {
      if (evaluating >= terms.worthNanos()) {
        begin();
      } else {
        why = "evaluates in " + evaluating + " ns";
        failures = Math.min(failures + 1, terms.doublings());
      }
    }
  }

  /** Whether a hit is to be evaluated all the same, so that what evaluating takes is known. */
  public synchronized boolean wantsEvaluation() {
    return step == Step.MEASURE && samples.wantsEvaluation();
  }

  /** A measured hit took so long. */
  public synchronized void hit(long nowMillis, long asking) {
    if (step == Step.MEASURE) {
      samples.hit(asking);
      judgeIfFull(nowMillis);
    }
  }

  /**
   * A measured miss took so long.
   *
   * @param beside what asking and remembering took beside evaluating
   */
  public synchronized void missed(long nowMillis, long evaluating, long beside) {
    if (step == Step.MEASURE) {
      samples.missed(evaluating, beside);
      judgeIfFull(nowMillis);
    }
  }

  private void judgeIfFull(long nowMillis) {
    if (!samples.isFull()) {
      return;
    }
    if (samples.pay()) {
      failures = 0;
      step = Step.ASK;
      nextMillis = sum(nowMillis, terms.pauseMillis(successes));
      successes = Math.min(successes + 1, terms.doublings());
      why = null;
    } else {
      stop(nowMillis, samples.toString());
    }
  }

  /** Asking is of no use for now. */
  public synchronized void stop(long nowMillis, String reason) {
    why = reason;
    successes = 0;
    step = Step.PASS;
    nextMillis = sum(nowMillis, terms.pauseMillis(failures));
    failures = Math.min(failures + 1, terms.doublings());
  }

  /** Asking is of no use for good. */
  public synchronized void end(String reason) {
    why = reason;
    step = Step.PASS;
    nextMillis = Long.MAX_VALUE;
  }

  /** Why the cache is not asked, or null where it is. */
  public @Nullable String why() {
    return step == Step.PASS ? why : null;
  }

  private static long sum(long millis, long more) {
    return millis > Long.MAX_VALUE - more ? Long.MAX_VALUE : millis + more;
  }
}
