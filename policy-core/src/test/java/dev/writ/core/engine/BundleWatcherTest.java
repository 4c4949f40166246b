package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class BundleWatcherTest {

  private static final KeyPair KEYS = keys();
  private static final BundleTrust TRUST = BundleTrust.in(Map.of("ci", KEYS.getPublic()));

  @TempDir private Path folder;
  private final List<String> told = new ArrayList<>();
  private PolicyEngine engine;

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void start() {
    engine = PolicyEngine.builder(policies(0)).clock(Fakes.CLOCK).callerSupports("log").build();
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  /** A set that is another for each number. */
  private static PolicySet policies(int number) {
    return Fakes.set("log").permit("q" + number, "read", Expr.yes()).build();
  }

  private static Bundle bundle(int number) {
    return Bundle.of(policies(number), number).signed("ci", KEYS.getPrivate());
  }

  private static byte[] bytes(int number) {
    return bundle(number).write();
  }

  private Path put(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path put(String name, int number) throws IOException {
    return put(name, bytes(number));
  }

  private BundleWatcher watch(Path place) {
    return BundleWatcher.builder(engine, place, TRUST).listener(this::note).build();
  }

  private void note(BundleEvent event) {
    String what =
        event instanceof BundleEvent.Refused refused
            ? refused.problem()
            : "runs " + ((BundleEvent.Applied) event).sequence();
    told.add(event.file().getFileName() + ": " + what);
  }

  /** What was told since the last time of asking. */
  private List<String> told() {
    List<String> all = List.copyOf(told);
    told.clear();
    return all;
  }

  private void assertRuns(int number) {
    assertThat(engine.policies()).isEqualTo(policies(number));
  }

  // ---- which one ----

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

  // ---- what is bad ----

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

  // ---- writes under way ----

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

  // ---- the watcher itself ----

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

  // ---- to start with ----

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
