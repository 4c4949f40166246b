package dev.writ.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.writ.bench.measure.Agreement;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContendersTest {

  static List<String> small() {
    return Scenarios.names().stream()
        .filter(name -> name.equals("s4-1000") || !name.matches(".*000.*|s4|s5"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("small")
  void program_onAScenario_answersWhatTheFloorAnswers(String name) {
    Scenario scenario = Scenarios.make(name);
    Decider decider = new WritProgram().prepare(scenario);

    assertThatCode(() -> Agreement.check(scenario, "writ", decider)).doesNotThrowAnyException();
  }

  @Test
  void named_unknown_saysWhichThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Contenders.named("opa"))
        .withMessageStartingWith("there is no contender `opa`, only [floor, writ,");
  }

  @Test
  void all_names_areDistinct() {
    assertThat(Contenders.all().stream().map(Contender::name)).doesNotHaveDuplicates();
  }
}
