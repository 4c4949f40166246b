package dev.writ.core.engine;

import dev.writ.core.engine.BundleSearch.Candidate;
import dev.writ.core.engine.BundleSearch.Found;
import dev.writ.core.engine.BundleSighting.Mark;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.model.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an engine at the newest bundle in a folder, or in one file, by looking from time to time.
 *
 * <pre>{@code
 * Path folder = Path.of("/etc/writ");
 * PolicyEngine engine = PolicyEngine.builder(BundleWatcher.newest(folder, trust)).build();
 * BundleWatcher watcher = BundleWatcher.builder(engine, folder, trust).start();
 * }</pre>
 *
 * <p>Of the accepted bundles the one with the highest sequence number runs; never one with a lower
 * number than ran before ({@link PolicyEngine#reload(Bundle)}). Two different bundles with the
 * highest number are both left alone. In a folder, bundles are the files that end in {@code .writb}
 * and do not begin with a dot; links are followed, folders in it are not. Every file is read whole
 * at each poll, so keep few of them.
 *
 * <p>A bundle that is refused, a file that cannot be read, a place that is not there: the engine
 * goes on as before, and the trouble is logged and told to the listener once, not at each poll.
 * What may come from a file that is just being written (cut off, not there, no JSON) is told when
 * it is the same at the next poll. Bundles that are moved into place are never seen half.
 *
 * <p>Thread-safe. The thread is a daemon, {@code writ-bundle-watcher}.
 */
public final class BundleWatcher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BundleWatcher.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final PolicyEngine engine;
  private final BundleSearch search;
  private final List<BundleListener> listeners;
  private final ScheduledExecutorService thread;
  private Map<Path, BundleTrouble> last = Map.of(); // this and what follows: guarded by lock
  private Map<Path, BundleTrouble> told = Map.of();
  private @Nullable Mark running;
  private @Nullable Refusal refused;
  private boolean closed;

  /** The bundle that the engine refused last. */
  private record Refusal(Mark mark, String problem) {}

  BundleWatcher(PolicyEngine engine, BundleSearch search, List<BundleListener> listeners) {
    this.engine = engine;
    this.search = search;
    this.listeners = List.copyOf(listeners);
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "writ-bundle-watcher");
              daemon.setDaemon(true);
              return daemon;
            });
  }

  /**
   * A builder of a watcher.
   *
   * @param engine what is kept at the newest bundle; the watcher does not close it
   * @param place a folder, or one file
   * @param trust whose bundles are accepted
   */
  public static BundleWatcherBuilder builder(PolicyEngine engine, Path place, BundleTrust trust) {
    return new BundleWatcherBuilder(engine, new FilePlace(place), trust);
  }

  /**
   * The bundle with the highest sequence number at this moment, to start an engine with.
   *
   * @param place a folder, or one file
   * @throws PolicyLoadException if there is none, or there are two; its problems say why
   */
  public static Bundle newest(Path place, BundleTrust trust) {
    BundleSearch search = new BundleSearch(new FilePlace(place), trust);
    Found found = search.look();
    return Optional.ofNullable(found.best())
        .flatMap(search::load)
        .orElseThrow(() -> new PolicyLoadException(problems(place, found.troubles())));
  }

  private static List<String> problems(Path place, Map<Path, BundleTrouble> troubles) {
    return troubles.isEmpty()
        ? List.of("`" + place + "`: the bundle was changed while it was read")
        : troubles.entrySet().stream()
            .map(each -> "`" + each.getKey() + "`: " + each.getValue().problem())
            .toList();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // watch() logs what it throws
  void start(Duration interval) {
    thread.scheduleWithFixedDelay(this::watch, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void watch() {
    lock.lock();
    try {
      if (!closed) {
        poll();
      }
    } catch (RuntimeException | Error e) {
      LOG.error("looking for bundles failed", e); // thrown on, it would end the polling in silence
    } finally {
      lock.unlock();
    }
  }

  /**
   * Looks once, on this thread: what there is to be done and told is so when it returns. For tests,
   * and to hurry after a known change.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public void poll() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the watcher is closed");
      }
      Found found = search.look();
      Map<Path, BundleTrouble> troubles = new TreeMap<>(found.troubles());
      List<BundleEvent> events = new ArrayList<>();
      Candidate best = found.best();
      if (best != null && !best.mark().equals(running)) {
        run(best, troubles, events);
      }
      note(troubles, events);
      events.forEach(this::tell);
    } finally {
      lock.unlock();
    }
  }

  private void run(Candidate best, Map<Path, BundleTrouble> troubles, List<BundleEvent> events) {
    String problem = problem(best);
    if (problem != null) {
      troubles.put(best.file(), new BundleTrouble(problem, best.digest(), false));
      return;
    }
    if (best.mark().equals(running)) {
      events.add(new BundleEvent.Applied(best.file(), best.mark().sequence(), best.mark().hash()));
    }
  }

  /** Has the engine run a bundle. Why it does not, or null where it does or the file changed. */
  private @Nullable String problem(Candidate best) {
    if (refused != null && refused.mark().equals(best.mark())) {
      return refused.problem();
    }
    Optional<Bundle> bundle = search.load(best);
    if (bundle.isEmpty()) {
      return null;
    }
    try {
      return problem(best.mark(), engine.reload(bundle.get()));
    } catch (RuntimeException e) {
      return "the engine failed: " + e.getMessage();
    }
  }

  private @Nullable String problem(Mark mark, ReloadResult result) {
    if (result instanceof ReloadResult.Refused no) {
      refused = new Refusal(mark, String.join("; ", no.problems()));
      return refused.problem();
    }
    running = mark;
    refused = null;
    return null;
  }

  /** Adds what is new among the troubles; what may pass is new when it is seen again. */
  private void note(Map<Path, BundleTrouble> troubles, List<BundleEvent> events) {
    Map<Path, BundleTrouble> settled = new TreeMap<>();
    troubles.forEach(
        (file, trouble) -> {
          if (!trouble.passing() || trouble.equals(last.get(file))) {
            settled.put(file, trouble);
          }
        });
    settled.forEach(
        (file, trouble) -> {
          if (!trouble.equals(told.get(file))) {
            events.add(new BundleEvent.Refused(file, trouble.problem()));
          }
        });
    last = troubles;
    told = settled;
  }

  private void tell(BundleEvent event) {
    if (event instanceof BundleEvent.Refused refusal) {
      LOG.warn("no bundle out of {}: {}", name(event), refusal.problem());
    } else if (event instanceof BundleEvent.Applied applied) {
      LOG.info("bundle {} runs, out of {}", applied.sequence(), name(event));
    }
    for (BundleListener listener : listeners) {
      try {
        listener.onBundle(event);
      } catch (RuntimeException | Error e) {
        LOG.warn("a listener failed on a bundle", e);
      }
    }
  }

  private static String name(BundleEvent event) {
    return Shown.text(String.valueOf(event.file().getFileName()));
  }

  /** Waits for a poll that is under way, then polls no more. Closing again does nothing. */
  @Override
  public void close() {
    thread.shutdown();
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }
}
