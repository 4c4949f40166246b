package dev.writ.core.decision;

import static dev.writ.core.decision.Truth.ERROR;
import static dev.writ.core.decision.Truth.FALSE;
import static dev.writ.core.decision.Truth.TRUE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of strong Kleene logic. */
final class TruthTest {

  @ParameterizedTest
  @CsvSource({
    "TRUE,  TRUE,  TRUE,  TRUE",
    "TRUE,  FALSE, FALSE, TRUE",
    "TRUE,  ERROR, ERROR, TRUE",
    "FALSE, FALSE, FALSE, FALSE",
    "FALSE, ERROR, FALSE, ERROR",
    "ERROR, ERROR, ERROR, ERROR"
  })
  void andOr_ofTwo_isStrongKleeneInEitherOrder(Truth a, Truth b, Truth and, Truth or) {
    assertThat(a.and(b)).isEqualTo(b.and(a)).isEqualTo(and);
    assertThat(a.or(b)).isEqualTo(b.or(a)).isEqualTo(or);
    assertThat(a.not().or(b.not())).isEqualTo(and.not());
  }

  @ParameterizedTest
  @CsvSource({"TRUE, FALSE", "FALSE, TRUE", "ERROR, ERROR"})
  void not_ofOne_keepsAnError(Truth a, Truth not) {
    assertThat(a.not()).isEqualTo(not);
    assertThat(a.and(TRUE)).isEqualTo(a);
    assertThat(a.or(FALSE)).isEqualTo(a);
    assertThat(a == ERROR ? ERROR : Truth.of(a == TRUE)).isEqualTo(a);
  }
}
