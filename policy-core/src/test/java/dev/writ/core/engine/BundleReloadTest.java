package dev.writ.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.PolicySet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class BundleReloadTest {

  private static final PolicySet OTHER = Fakes.set().build();
  private static final Bundle SEVEN = Bundle.of(Fakes.POLICIES, 7);

  private static PolicyEngine engine() {
    return PolicyEngine.builder(SEVEN).clock(Fakes.CLOCK).callerSupports("log", "mask").build();
  }

  private static void assertRefused(PolicyEngine engine, Bundle bundle, String problem) {
    String before = engine.policySetHash();
    assertThat(engine.reload(bundle)).isEqualTo(new ReloadResult.Refused(List.of(problem)));
    assertThat(engine.policySetHash()).isEqualTo(before);
  }

  @Test
  void engine_ofABundle_runsItsSet() {
    try (PolicyEngine engine = engine()) {
      assertThat(engine.policySetHash()).isEqualTo(SEVEN.hash());
    }
  }

  @Test
  void reload_aHigherNumber_isApplied() {
    try (PolicyEngine engine = engine()) {
      Bundle eight = Bundle.of(OTHER, 8);
      assertThat(engine.reload(eight)).isEqualTo(new ReloadResult.Applied(eight.hash()));
      assertThat(engine.policies()).isEqualTo(OTHER);
    }
  }

  @Test
  void reload_aLowerNumber_isRefused() {
    try (PolicyEngine engine = engine()) {
      assertRefused(
          engine,
          Bundle.of(OTHER, 6),
          "the bundle has the sequence number 6, older than 7, which runs");
    }
  }

  @Test
  void reload_theSameNumber_isAppliedOnlyToTheSameSet() {
    try (PolicyEngine engine = engine()) {
      assertRefused(
          engine,
          Bundle.of(OTHER, 7),
          "the bundle is another than the one that runs, with the same sequence number 7");
      assertThat(engine.reload(SEVEN)).isEqualTo(new ReloadResult.Applied(SEVEN.hash()));
    }
  }

  @Test
  void reload_aBundleThatCannotRun_leavesItsNumberFree() {
    try (PolicyEngine engine = engine()) {
      assertRefused(
          engine,
          Bundle.of(Fakes.set("fax").build(), 9),
          "nobody carries out the obligation `fax`: give the engine a handler, or declare that the"
              + " caller supports it");
      assertThat(engine.reload(Bundle.of(OTHER, 8)).applied()).isTrue();
    }
  }

  @Test
  void reload_aSetWithoutNumber_letsNoOlderBundleBack() {
    try (PolicyEngine engine = engine()) {
      engine.reload(OTHER);
      assertRefused(
          engine,
          Bundle.of(OTHER, 6),
          "the bundle has the sequence number 6, older than 7, which runs");
      assertThat(engine.reload(SEVEN).applied()).isTrue();
    }
  }

  @Test
  void reload_intoAnEngineOfAPlainSet_remembersFromThenOn() {
    try (PolicyEngine engine = PolicyEngine.builder(OTHER).clock(Fakes.CLOCK).build()) {
      assertThat(engine.reload(Bundle.of(OTHER, 3)).applied()).isTrue();
      assertThat(engine.reload(Bundle.of(OTHER, 2)).applied()).isFalse();
    }
  }

  @Test
  void reload_afterClose_isRefused() {
    PolicyEngine engine = engine();
    engine.close();
    assertThatThrownBy(() -> engine.reload(SEVEN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine is closed");
  }

  @Test
  void reload_ofManyAtOnce_endsWithTheHighest() throws Exception {
    try (PolicyEngine engine = engine()) {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<?>> done =
          LongStream.rangeClosed(8, 60)
              .<Future<?>>mapToObj(
                  number ->
                      threads.submit(
                          () ->
                              engine.reload(
                                  Bundle.of(number == 60 ? OTHER : Fakes.POLICIES, number))))
              .toList();
      for (Future<?> each : done) {
        each.get();
      }
      threads.shutdown();
      assertThat(engine.policies()).isEqualTo(OTHER);
      assertThat(engine.reload(Bundle.of(OTHER, 59)).applied()).isFalse();
    }
  }
}
