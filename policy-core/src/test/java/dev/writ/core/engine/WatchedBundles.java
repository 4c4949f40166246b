package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.PolicySet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of bundles, an engine that runs one of them, and what a watcher of the two tells. */
abstract class WatchedBundles {
  static final KeyPair KEYS = keys();
  static final BundleTrust TRUST = BundleTrust.in(Map.of("ci", KEYS.getPublic()));

  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();
  PolicyEngine engine;

  static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  final void start() {
    engine = PolicyEngine.builder(policies(0)).clock(Fakes.CLOCK).callerSupports("log").build();
  }

  @AfterEach
  final void stop() {
    engine.close();
  }

  /** A set that is another for each number. */
  static PolicySet policies(int number) {
    return Fakes.set("log").permit("q" + number, "read", Expr.yes()).build();
  }

  static Bundle bundle(int number) {
    return Bundle.of(policies(number), number).signed("ci", KEYS.getPrivate());
  }

  static byte[] bytes(int number) {
    return bundle(number).write();
  }

  final Path put(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  final Path put(String name, int number) throws IOException {
    return put(name, bytes(number));
  }

  final BundleWatcher watch(Path place) {
    return BundleWatcher.builder(engine, place, TRUST).listener(this::note).build();
  }

  final void note(BundleEvent event) {
    String what =
        event instanceof BundleEvent.Refused refused
            ? refused.problem()
            : "runs " + ((BundleEvent.Applied) event).sequence();
    told.add(event.file().getFileName() + ": " + what);
  }

  /** What was told since the last time of asking. */
  final List<String> told() {
    List<String> all = List.copyOf(told);
    told.clear();
    return all;
  }

  final void assertRuns(int number) {
    assertThat(engine.policies()).isEqualTo(policies(number));
  }
}
