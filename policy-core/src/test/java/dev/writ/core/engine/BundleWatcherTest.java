package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The watcher itself: its listeners, its thread, its end. */
@Timeout(60)
final class BundleWatcherTest extends WatchedBundles {
  @Test
  void listener_thatThrows_stopsNothing() throws IOException {
    put("a.writb", 1);
    BundleWatcherBuilder builder =
        BundleWatcher.builder(engine, folder, TRUST)
            .listener(
                event -> {
                  throw new IllegalStateException("planted");
                })
            .listener(this::note);
    try (BundleWatcher watcher = builder.build()) {
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: runs 1");
    }
  }

  @Test
  void listener_thatFailsWithAnError_stopsNothing() throws IOException {
    put("a.writb", 1);
    BundleWatcherBuilder builder =
        BundleWatcher.builder(engine, folder, TRUST)
            .listener(
                event -> {
                  throw new NoClassDefFoundError("planted");
                })
            .listener(this::note);
    try (BundleWatcher watcher = builder.build()) {
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: runs 1");
    }
  }

  @Test
  void watcher_whosePollFailsWithAnError_pollsAgain() throws Exception {
    put("a.writb", 1);
    FilePlace files = new FilePlace(folder);
    AtomicInteger looks = new AtomicInteger();
    BundlePlace place =
        new BundlePlace() {
          @Override
          public Path path() {
            return folder;
          }

          @Override
          public List<Path> files() throws IOException {
            if (looks.getAndIncrement() == 0) {
              throw new NoClassDefFoundError("planted");
            }
            return files.files();
          }

          @Override
          public byte[] read(Path file) throws IOException {
            return files.read(file);
          }
        };
    CompletableFuture<BundleEvent> first = new CompletableFuture<>();
    try (BundleWatcher watcher =
        new BundleWatcherBuilder(engine, place, TRUST)
            .every(Duration.ofMillis(1))
            .listener(first::complete)
            .start()) {
      assertThat(watcher).isNotNull();
      first.get(30, TimeUnit.SECONDS);
      assertRuns(1);
    }
  }

  @Test
  void engine_thatIsClosed_isToldOnce() throws IOException {
    put("a.writb", 1);
    engine.close();
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: the engine failed: the engine is closed");
    }
  }

  @Test
  void poll_afterClose_isRefused() {
    BundleWatcher watcher = watch(folder);
    watcher.close();
    watcher.close();
    assertThatThrownBy(watcher::poll)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the watcher is closed");
  }

  @Test
  void watcher_thatIsStarted_pollsOnADaemonOfItsOwn() throws Exception {
    put("a.writb", 1);
    CompletableFuture<Thread> first = new CompletableFuture<>();
    CompletableFuture<BundleEvent> second = new CompletableFuture<>();
    BundleListener listener =
        event -> {
          if (!first.complete(Thread.currentThread())) {
            second.complete(event);
          }
        };
    try (BundleWatcher watcher =
        BundleWatcher.builder(engine, folder, TRUST)
            .every(Duration.ofMillis(1))
            .listener(listener)
            .start()) {
      assertThat(watcher).isNotNull();
      Thread thread = first.get(30, TimeUnit.SECONDS);
      assertThat(thread.getName()).isEqualTo("writ-bundle-watcher");
      assertThat(thread.isDaemon()).isTrue();
      Files.move(put("b.tmp", 2), folder.resolve("b.writb"), StandardCopyOption.ATOMIC_MOVE);
      assertThat(second.get(30, TimeUnit.SECONDS))
          .isEqualTo(new BundleEvent.Applied(folder.resolve("b.writb"), 2, bundle(2).hash()));
      assertRuns(2);
    }
  }

  @Test
  void interval_thatIsNone_isRefused() {
    BundleWatcherBuilder builder = BundleWatcher.builder(engine, folder, TRUST);
    for (Duration bad : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(400))) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder.every(bad));
    }
  }
}
