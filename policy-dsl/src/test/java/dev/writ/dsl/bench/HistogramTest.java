package dev.writ.dsl.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistogramTest {

  private static Histogram of(long... durations) {
    Histogram histogram = new Histogram();
    Arrays.stream(durations).forEach(histogram::record);
    return histogram;
  }

  @Test
  void histogram_ofNothing_isZeroThroughout() {
    Histogram none = of();
    assertThat(none.count()).isZero();
    assertThat(none.least()).isZero();
    assertThat(none.most()).isZero();
    assertThat(none.mean()).isZero();
    assertThat(none.percentile(50)).isZero();
    assertThat(none.bars(10)).isEmpty();
  }

  @Test
  void percentile_ofSmallDurations_isExact() {
    Histogram histogram = new Histogram();
    for (int i = 1; i <= 100; i++) {
      histogram.record(i);
    }
    assertThat(histogram.percentile(0)).isEqualTo(1);
    assertThat(histogram.percentile(50)).isEqualTo(50);
    assertThat(histogram.percentile(99)).isEqualTo(99);
    assertThat(histogram.percentile(99.1)).isEqualTo(100);
    assertThat(histogram.percentile(100)).isEqualTo(100);
    assertThat(histogram.mean()).isEqualTo(50.5);
  }

  @Test
  void percentile_ofAnyDurations_isNeverShortAndHardlyLong() {
    Random random = new Random(7);
    long[] durations = new long[20_000];
    for (int i = 0; i < durations.length; i++) {
      durations[i] = (long) Math.exp(random.nextDouble() * 40);
    }
    Histogram histogram = of(durations);
    Arrays.sort(durations);
    for (double percent : new double[] {0.1, 1, 25, 50, 90, 99, 99.9}) {
      long exact = durations[(int) Math.ceil(percent / 100 * durations.length) - 1];
      assertThat(histogram.percentile(percent)).isBetween(exact, exact + exact / 64);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 127, 128, 129, 1L << 40, Long.MAX_VALUE - 1})
  void duration_ofAnySize_isCounted(long duration) {
    Histogram histogram = of(duration);
    assertThat(histogram.least()).isEqualTo(duration);
    assertThat(histogram.most()).isEqualTo(duration);
    assertThat(histogram.percentile(50)).isEqualTo(duration);
    assertThat(histogram.bars(4).get(0).count()).isOne();
  }

  @Test
  void duration_belowZero_countsAsZero() {
    assertThat(of(-5).most()).isZero();
  }

  @Test
  void add_ofAnother_countsBoth() {
    Histogram both = of(3, 900);
    both.add(of(1, 50_000));
    assertThat(both.count()).isEqualTo(4);
    assertThat(both.least()).isEqualTo(1);
    assertThat(both.most()).isEqualTo(50_000);
    assertThat(both.percentile(50)).isEqualTo(3);
    both.add(of());
    assertThat(both.least()).isEqualTo(1);
  }

  @Test
  void bars_ofAnyDurations_areWithinTheLimitTouchAndHoldAll() {
    Random random = new Random(3);
    for (int limit : new int[] {2, 5, 16, 48, 500}) {
      Histogram histogram = new Histogram();
      for (int i = 0; i < 5_000; i++) {
        histogram.record((long) Math.exp(random.nextDouble() * 5 + 5));
      }
      histogram.record(1L << 50);
      var bars = histogram.bars(limit);
      assertThat(bars).hasSizeLessThanOrEqualTo(limit).hasSizeGreaterThanOrEqualTo(2);
      assertThat(bars.stream().mapToLong(Histogram.Bar::count).sum()).isEqualTo(5_001);
      for (int i = 1; i < bars.size(); i++) {
        assertThat(bars.get(i).from()).isEqualTo(bars.get(i - 1).below());
      }
      assertThat(bars.get(bars.size() - 1).below()).isEqualTo((1L << 50) + 1);
    }
  }
}
