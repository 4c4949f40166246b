package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files and folders that change while they are looked at. */
@Timeout(60)
final class BundleWatcherWritesTest extends WatchedBundles {
  @Test
  void bundle_thatIsHalfWritten_isToldOnlyIfItStaysSo() throws IOException {
    byte[] whole = bytes(2);
    put("a.writb", 1);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      put("b.writb", Arrays.copyOf(whole, whole.length / 3));
      watcher.poll();
      put("b.writb", Arrays.copyOf(whole, whole.length / 2));
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: runs 1");
      assertRuns(1);
      put("b.writb", whole);
      watcher.poll();
      assertRuns(2);
      assertThat(told()).containsExactly("b.writb: runs 2");
    }
  }

  @Test
  void folder_thatVanishes_keepsTheOneBeforeUntilItIsBack() throws IOException {
    Path place = Files.createDirectory(folder.resolve("place"));
    put("place/a.writb", 1);
    try (BundleWatcher watcher = watch(place)) {
      watcher.poll();
      Path away = Files.move(place, folder.resolve("away"));
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: runs 1");
      watcher.poll();
      watcher.poll();
      assertThat(told()).containsExactly("place: cannot be read: it is not there");
      assertRuns(1);
      Files.move(away, place);
      put("place/a.writb", 2);
      watcher.poll();
      assertRuns(2);
      assertThat(told()).containsExactly("a.writb: runs 2");
    }
  }

  @Test
  void folder_thatIsEmpty_isToldOnce() {
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      watcher.poll();
      watcher.poll();
      assertThat(told())
          .containsExactly(folder.getFileName() + ": there is no bundle in the folder");
    }
  }

  @Test
  void link_thatIsSwapped_givesTheNewFolder() throws IOException {
    Files.createDirectories(folder.resolve("v1"));
    Files.createDirectories(folder.resolve("v2"));
    put("v1/a.writb", 1);
    put("v2/a.writb", 2);
    Path data = Files.createSymbolicLink(folder.resolve("data"), Path.of("v1"));
    Path place = Files.createDirectory(folder.resolve("place"));
    Files.createSymbolicLink(place.resolve("a.writb"), Path.of("../data/a.writb"));
    try (BundleWatcher watcher = watch(place)) {
      watcher.poll();
      assertRuns(1);
      Path next = Files.createSymbolicLink(folder.resolve("next"), Path.of("v2"));
      Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
      watcher.poll();
      assertRuns(2);
      Files.delete(data);
      watcher.poll();
      watcher.poll();
      assertRuns(2);
      assertThat(told())
          .containsExactly(
              "a.writb: runs 1", "a.writb: runs 2", "a.writb: cannot be read: it is not there");
    }
  }

  @Test
  void folder_namedAsABundle_isNoFile() throws IOException {
    Files.createDirectory(folder.resolve("a.writb"));
    put("b.writb", 1);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      watcher.poll();
      assertThat(told())
          .containsExactly("b.writb: runs 1", "a.writb: cannot be read: `this is no file`");
    }
  }

  /** A place whose one file reads as it is told to. */
  private final class Scripted implements BundlePlace {
    private final Path file = folder.resolve("x.writb");
    private final List<byte[]> reads = new ArrayList<>();

    @Override
    public Path path() {
      return folder;
    }

    @Override
    public List<Path> files() {
      return List.of(file);
    }

    @Override
    public byte[] read(Path asked) throws IOException {
      byte[] next = reads.size() > 1 ? reads.remove(0) : reads.get(0);
      if (next.length == 1) {
        throw new java.nio.file.AccessDeniedException(asked.toString());
      }
      return next;
    }
  }

  private BundleWatcher watch(Scripted place) {
    return new BundleWatcherBuilder(engine, place, TRUST).listener(this::note).build();
  }

  @Test
  void file_thatChangesWhileItIsRead_isTakenAtTheNextPoll() {
    Scripted place = new Scripted();
    place.reads.addAll(List.of(bytes(1), bytes(2)));
    try (BundleWatcher watcher = watch(place)) {
      watcher.poll();
      assertRuns(0);
      watcher.poll();
      assertRuns(2);
      assertThat(told()).containsExactly("x.writb: runs 2");
    }
  }

  @Test
  void file_thatMayNotBeRead_keepsTheOneBefore() {
    Scripted place = new Scripted();
    byte[] denied = {0};
    place.reads.addAll(List.of(bytes(1), bytes(1), denied, denied, denied, bytes(2)));
    try (BundleWatcher watcher = watch(place)) {
      for (int i = 0; i < 4; i++) {
        watcher.poll();
        assertRuns(1);
      }
      watcher.poll();
      assertRuns(2);
      assertThat(told())
          .containsExactly(
              "x.writb: runs 1", "x.writb: cannot be read: permission denied", "x.writb: runs 2");
    }
  }

  @Test
  void file_thatIsWrittenAllTheTime_givesWholeBundlesInOrder() throws Exception {
    Path file = put("a.writb", 1);
    int last = 120;
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int number = 2; number <= last; number++) {
                replace(file, number);
              }
            });
    try (BundleWatcher watcher = watch(folder)) {
      while (!writer.isDone()) {
        watcher.poll();
      }
      writer.get();
      watcher.poll();
      assertRuns(last);
      List<Long> ran =
          told().stream()
              .filter(each -> each.contains(": runs "))
              .map(each -> Long.valueOf(each.substring(each.lastIndexOf(' ') + 1)))
              .toList();
      assertThat(ran).isSorted().doesNotHaveDuplicates().contains((long) last);
    }
  }

  /** Writes in place, or beside and moved. */
  private void replace(Path file, int number) {
    try {
      if (number % 2 == 0) {
        Files.write(file, bytes(number));
      } else {
        Path draft = put("draft", number);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
