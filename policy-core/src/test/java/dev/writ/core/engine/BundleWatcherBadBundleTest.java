package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.PolicySet;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A bundle that is bad is told once, and the one before keeps running. */
@Timeout(60)
final class BundleWatcherBadBundleTest extends WatchedBundles {
  private void assertKept(byte[] bad, String problem) throws IOException {
    put("a.writb", 1);
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      told();
      put("b.writb", bad);
      watcher.poll();
      assertRuns(1);
      watcher.poll();
      watcher.poll();
      assertThat(told()).hasSize(1).first().asString().startsWith("b.writb: " + problem);
      put("c.writb", 3);
      watcher.poll();
      assertRuns(3);
      assertThat(told()).containsExactly("c.writb: runs 3");
    }
  }

  private static byte[] edited(int number, String from, String to) {
    String text = new String(bytes(number), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void bundle_thatWasChanged_keepsTheOneBefore() throws IOException {
    assertKept(edited(2, "q2", "q7"), "the content was changed: ");
  }

  @Test
  void bundle_withAnotherNumber_keepsTheOneBefore() throws IOException {
    assertKept(
        edited(2, "\"sequence\":2", "\"sequence\":9"),
        "the signature of the bundle is not that of the key `ci`");
  }

  @Test
  void bundle_withoutSignature_keepsTheOneBefore() throws IOException {
    assertKept(Bundle.of(policies(2), 2).write(), "the bundle has no signature, and needs one");
  }

  @Test
  void bundle_ofAnotherKey_keepsTheOneBefore() throws IOException {
    assertKept(
        Bundle.of(policies(2), 2).signed("eve\n", keys().getPrivate()).write(),
        "the bundle is signed with the key `eve\\u{a}`, which is not trusted");
  }

  @Test
  void bundle_ofAnotherVersion_keepsTheOneBefore() throws IOException {
    assertKept(
        edited(2, "\"bundle\":1", "\"bundle\":2"),
        "the bundle is of version 2, only version 1 is known here");
  }

  @Test
  void file_thatIsNoBundle_keepsTheOneBefore() throws IOException {
    assertKept("module m;".getBytes(StandardCharsets.UTF_8), "this is no bundle and no JSON: ");
    assertThat(engine.policies()).isEqualTo(policies(3));
  }

  @Test
  void file_thatIsEmpty_keepsTheOneBefore() throws IOException {
    assertKept(new byte[0], "the bundle is empty");
  }

  @Test
  void bundle_thatTheEngineRefuses_keepsTheOneBefore() throws IOException {
    PolicySet fax = Fakes.set("fax").build();
    assertKept(
        Bundle.of(fax, 2).signed("ci", KEYS.getPrivate()).write(),
        "nobody carries out the obligation `fax`");
  }

  @Test
  void file_thatIsTooLarge_isNotRead() throws IOException {
    put("a.writb", 1);
    try (RandomAccessFile sparse = new RandomAccessFile(folder.resolve("b.writb").toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    try (BundleWatcher watcher = watch(folder)) {
      watcher.poll();
      watcher.poll();
      assertThat(told())
          .containsExactly(
              "a.writb: runs 1",
              "b.writb: cannot be read: `it has 1099511627776 bytes, the limit is 268435456`");
    }
  }
}
