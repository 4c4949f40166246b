package dev.writ.core.engine;

import dev.writ.core.ir.BundleTrust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what a {@link BundleWatcher} is made of. Not thread-safe. */
public final class BundleWatcherBuilder {

  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofDays(365);

  private final PolicyEngine engine;
  private final BundlePlace place;
  private final BundleTrust trust;
  private final List<BundleListener> listeners = new ArrayList<>();
  private Duration interval = DEFAULT_INTERVAL;

  BundleWatcherBuilder(PolicyEngine engine, BundlePlace place, BundleTrust trust) {
    this.engine = Objects.requireNonNull(engine, "engine");
    this.place = place;
    this.trust = Objects.requireNonNull(trust, "trust");
  }

  /**
   * How long to wait between two polls; five seconds if not said.
   *
   * @throws IllegalArgumentException if it is not positive, or longer than a year
   */
  public BundleWatcherBuilder every(Duration time) {
    if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("bundles cannot be looked for every " + time);
    }
    this.interval = time;
    return this;
  }

  /** A further listener. */
  public BundleWatcherBuilder listener(BundleListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** A watcher that polls on a thread of its own, at once and then at each interval. */
  public BundleWatcher start() {
    BundleWatcher watcher = build();
    watcher.start(interval);
    return watcher;
  }

  /** A watcher without a thread: it looks when {@link BundleWatcher#poll} is called. */
  public BundleWatcher build() {
    return new BundleWatcher(engine, new BundleSearch(place, trust), listeners);
  }
}
