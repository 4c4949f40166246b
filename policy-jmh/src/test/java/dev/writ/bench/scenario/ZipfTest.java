package dev.writ.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipfTest {

  @ParameterizedTest
  @CsvSource({"0.0, 0", "0.54, 0", "0.55, 1", "0.81, 1", "0.82, 2", "0.999999, 2"})
  void rank_ofThree_isInProportionToOneHalfAndThird(double uniform, int rank) {
    assertThat(new Zipf(3).rank(uniform)).isEqualTo(rank);
  }

  @Test
  void rank_ofOne_isAlwaysTheFirst() {
    assertThat(new Zipf(1).rank(0.999)).isZero();
  }
}
