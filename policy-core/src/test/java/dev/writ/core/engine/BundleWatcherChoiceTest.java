package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.ir.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which of the bundles in a folder comes to run. */
@Timeout(60)
final class BundleWatcherChoiceTest extends WatchedBundles {
  @Test
  void folder_withSeveralBundles_givesTheHighestNumber() throws IOException {
    put("a.writb", 9);
    put("b.writb", 11);
    put("c.writb", 10);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      assertRuns(11);
      watcher.poll();
      assertThat(told()).containsExactly("b.writb: runs 11");
    }
  }

  @Test
  void folder_withOtherFiles_givesNoneOfThem() throws IOException {
    put("a.writb", 1);
    put(".b.writb", 2);
    put("c.writb.tmp", 3);
    put("d.json", 4);
    put("writb", 5);
    Files.createDirectory(folder.resolve("sub"));
    put("sub/e.writb", 6);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: runs 1");
    }
  }

  @Test
  void bundle_thatIsAdded_runsFromTheNextPollOn() throws IOException {
    put("a.writb", 1);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      put("b.writb", 2);
      assertRuns(1);
      watcher.poll();
      assertRuns(2);
      put("a.writb", 3);
      watcher.poll();
      assertRuns(3);
      assertThat(told()).containsExactly("a.writb: runs 1", "b.writb: runs 2", "a.writb: runs 3");
    }
  }

  @Test
  void bundle_ofAHigherNumberAndTheSameSet_countsToo() throws IOException {
    put("a.writb", 1);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      put("a.writb", Bundle.of(policies(1), 5).signed("ci", KEYS.getPrivate()).write());
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: runs 1", "a.writb: runs 5");
      assertThat(engine.reload(bundle(4)).applied()).isFalse();
    }
  }

  @Test
  void file_thatIsNamed_isLookedAtWhateverItsName() throws IOException {
    Path file = put("current.json", 1);
    put("other.writb", 9);
    try (BundleWatcher watcher = watch(file)) {
      watcher.poll();
      assertRuns(1);
      put("current.json", 2);
      watcher.poll();
      assertRuns(2);
      assertThat(told()).containsExactly("current.json: runs 1", "current.json: runs 2");
    }
  }

  @Test
  void bundle_thatIsOlder_isRefusedOnce() throws IOException {
    Path file = put("a.writb", 2);
    try (BundleWatcher watcher = watch(file)) {
      watcher.poll();
      put("a.writb", 1);
      watcher.poll();
      watcher.poll();
      assertRuns(2);
      assertThat(told())
          .containsExactly(
              "a.writb: runs 2",
              "a.writb: the bundle has the sequence number 1, older than 2, which runs");
    }
  }

  @Test
  void bundle_thatIsTakenAway_letsNoOlderOneBack() throws IOException {
    put("a.writb", 1);
    Path newer = put("b.writb", 2);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      Files.delete(newer);
      watcher.poll();
      watcher.poll();
      assertRuns(2);
      assertThat(told())
          .containsExactly(
              "b.writb: runs 2",
              "a.writb: the bundle has the sequence number 1, older than 2, which runs");
    }
  }

  @Test
  void bundles_thatDifferWithOneNumber_areBothLeftAlone() throws IOException {
    put("a.writb", 1);
    put("b.writb", 3);
    put("c.writb", Bundle.of(policies(4), 3).signed("ci", KEYS.getPrivate()).write());
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      watcher.poll();
      assertRuns(0);
      assertThat(told())
          .containsExactly(
              "c.writb: the bundle is another than that in `b.writb`, with the same sequence"
                  + " number 3");
      Files.delete(folder.resolve("b.writb"));
      watcher.poll();
      assertRuns(4);
    }
  }

  @Test
  void bundle_thatLiesTwice_isOne() throws IOException {
    put("a.writb", 3);
    put("b.writb", 3);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      assertThat(told()).containsExactly("a.writb: runs 3");
    }
  }

  @Test
  void newest_ofAFolder_isTheHighestThatIsAccepted() throws IOException {
    put("a.writb", 1);
    put("b.writb", 2);
    put("c.writb", Bundle.of(policies(3), 3).write());
    assertThat(BundleWatcher.newest(folder, TRUST)).isEqualTo(bundle(2));
    assertThat(BundleWatcher.newest(folder.resolve("a.writb"), TRUST)).isEqualTo(bundle(1));
  }

  @Test
  void newest_ofNothing_saysWhy() throws IOException {
    assertThatThrownBy(() -> BundleWatcher.newest(folder, TRUST))
        .isInstanceOf(PolicyLoadException.class)
        .hasMessage("`" + folder + "`: there is no bundle in the folder");
    Path file = put("c.writb", Bundle.of(policies(3), 3).write());
    assertThatThrownBy(() -> BundleWatcher.newest(folder, TRUST))
        .hasMessage("`" + file + "`: the bundle has no signature, and needs one");
    assertThatThrownBy(() -> BundleWatcher.newest(folder.resolve("d.writb"), TRUST))
        .hasMessage("`" + folder.resolve("d.writb") + "`: cannot be read: it is not there");
  }
}
