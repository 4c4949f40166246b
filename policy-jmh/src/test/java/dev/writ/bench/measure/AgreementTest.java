package dev.writ.bench.measure;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private final Scenario scenario = Scenarios.make("s1");

  @Test
  void check_sameAnswers_isSilent() {
    assertThatCode(() -> Agreement.check(scenario, "copy", scenario.floor()))
        .doesNotThrowAnyException();
  }

  @Test
  void check_oneOtherAnswer_namesContenderAndRequest() {
    assertThatExceptionOfType(DisagreementException.class)
        .isThrownBy(
            () ->
                Agreement.check(
                    scenario, "odd", number -> scenario.floor().permits(number) ^ number == 700))
        .withMessageStartingWith("odd on s1: request 700 should be ")
        .withMessageContaining("User::")
        .withMessageContaining("amount");
  }
}
