package dev.writ.core.cache;

import static dev.writ.core.cache.Gauge.Step.ASK;
import static dev.writ.core.cache.Gauge.Step.MEASURE;
import static dev.writ.core.cache.Gauge.Step.PASS;
import static dev.writ.core.cache.Gauge.Step.PROBE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What is asked and what is left, by what it is told to have taken. */
class GaugeTest {
  private static final GaugeTerms TERMS = new GaugeTerms(500, 4, 100, 2);

  private int reads;
  private final Gauge gauge = new Gauge(TERMS, () -> ++reads);

  private void probe(long now, long nanos) {
    assertThat(gauge.next(now)).isEqualTo(PROBE);
    gauge.probed(nanos);
  }

  @Test
  void gauge_ofQuickDecisions_passesAndProbesEachTimeLater() {
    probe(0, 499);
    assertThat(gauge.next(0)).isEqualTo(PASS);
    assertThat(gauge.next(99)).isEqualTo(PASS);
    probe(100, 30);
    assertThat(gauge.next(299)).isEqualTo(PASS);
    probe(300, 30);
    assertThat(gauge.next(699)).isEqualTo(PASS);
    probe(700, 30);
    assertThat(gauge.next(1_099)).isEqualTo(PASS);
    assertThat(gauge.why()).isEqualTo("evaluates in 30 ns");
  }

  @Test
  void gauge_whoIsNotMeasured_readsNoClock() {
    probe(0, 30);
    for (int i = 0; i < 100; i++) {
      assertThat(gauge.next(i)).isEqualTo(PASS);
    }
    assertThat(reads).isZero();
  }

  @Test
  void gauge_ofSlowDecisionsThatAreAskedAgain_asks() {
    probe(0, 5_000);
    assertThat(gauge.next(0)).isEqualTo(MEASURE);
    gauge.missed(0, 5_000, 2_000);
    gauge.hit(0, 200);
    gauge.hit(0, 200);
    assertThat(gauge.next(0)).isEqualTo(MEASURE);
    gauge.hit(0, 200);
    assertThat(gauge.next(1)).isEqualTo(ASK);
    assertThat(gauge.why()).isNull();
    assertThat(gauge.next(99)).isEqualTo(ASK);
    assertThat(gauge.next(100)).isEqualTo(MEASURE);
  }

  @Test
  void gauge_ofDecisionsThatAreNeverAskedAgain_passesAndSaysWhy() {
    probe(0, 5_000);
    for (int i = 0; i < 4; i++) {
      assertThat(gauge.next(0)).isEqualTo(MEASURE);
      gauge.missed(0, 5_000, 2_000);
    }
    assertThat(gauge.next(1)).isEqualTo(PASS);
    assertThat(gauge.why())
        .isEqualTo("takes 7000 ns with the cache, 5000 ns without, by 0 hits in 4");
  }

  @Test
  void gauge_ofLookUpsThatAreSlowerThanEvaluating_passes() {
    probe(0, 600);
    gauge.missed(0, 600, 100);
    for (int i = 0; i < 3; i++) {
      gauge.hit(0, 700);
    }
    assertThat(gauge.next(1)).isEqualTo(PASS);
  }

  @Test
  void gauge_whereAskingCostsNextToNothing_goesOn() {
    probe(0, 5_000_000);
    for (int i = 0; i < 4; i++) {
      gauge.missed(0, 5_000_000, 20_000);
    }
    assertThat(gauge.next(1)).isEqualTo(ASK);
  }

  @Test
  void gauge_ofOneDecisionThatTookVeryLong_isNotMisled() {
    probe(0, 600);
    gauge.missed(0, 600, 500);
    gauge.missed(0, 9_000_000, 500);
    gauge.missed(0, 600, 500);
    gauge.missed(0, 600, 500);
    assertThat(gauge.next(1)).isEqualTo(PASS);
  }

  @Test
  void gauge_whoseSliceNoLongerPays_stops() {
    probe(0, 5_000);
    gauge.missed(0, 5_000, 100);
    for (int i = 0; i < 3; i++) {
      gauge.hit(0, 200);
    }
    assertThat(gauge.next(100)).isEqualTo(MEASURE);
    for (int i = 0; i < 4; i++) {
      gauge.missed(100, 5_000, 2_000);
    }
    assertThat(gauge.next(101)).isEqualTo(PASS);
  }

  @Test
  void gauge_ofHitsAlone_wantsOneToBeEvaluated() {
    probe(0, 5_000);
    assertThat(gauge.wantsEvaluation()).isFalse();
    gauge.hit(0, 200);
    assertThat(gauge.wantsEvaluation()).isTrue();
    gauge.missed(0, 5_000, 200);
    assertThat(gauge.wantsEvaluation()).isFalse();
  }

  @Test
  void gauge_thatWasStopped_passesAndProbesLater() {
    probe(0, 5_000);
    gauge.stop(0, "the source tells no versions");
    assertThat(gauge.next(99)).isEqualTo(PASS);
    assertThat(gauge.why()).isEqualTo("the source tells no versions");
    assertThat(gauge.next(100)).isEqualTo(PROBE);
  }

  @Test
  void gauge_whoseClockGoesBack_onlyMeasuresLater() {
    probe(1_000, 30);
    assertThat(gauge.next(-1_000)).isEqualTo(PASS);
    assertThat(gauge.next(Long.MIN_VALUE)).isEqualTo(PASS);
  }

  @Test
  void always_atAnyInstant_asks() {
    assertThat(Gauge.always().next(Long.MAX_VALUE - 1)).isEqualTo(ASK);
  }

  @Test
  void terms_withAWindowOfOne_areRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GaugeTerms(1, 1, 1, 1));
  }
}
