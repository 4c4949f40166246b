package dev.writ.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {

  static java.util.List<String> small() {
    return Scenarios.names().stream().filter(name -> !name.matches(".*0000.*|s4|s5")).toList();
  }

  @Test
  void small_scenarios_areMost() {
    assertThat(small()).hasSizeGreaterThan(Scenarios.names().size() / 2);
  }

  @ParameterizedTest
  @MethodSource("small")
  void requests_ofAScenario_areNeitherAllPermittedNorAllDenied(String name) {
    Scenario scenario = Scenarios.make(name);

    assertThat(scenario.permits())
        .isBetween(scenario.requests().size() / 10, scenario.requests().size() * 9 / 10);
  }

  @ParameterizedTest
  @MethodSource("small")
  void scenario_madeTwice_isTheSame(String name) {
    Scenario one = Scenarios.make(name);
    Scenario other = Scenarios.make(name);

    assertThat(other.name()).isEqualTo(name);
    assertThat(other.policies().files()).isEqualTo(one.policies().files());
    assertThat(other.dialects()).isEqualTo(one.dialects());
    assertThat(other.entities().toJson()).isEqualTo(one.entities().toJson());
    assertThat(other.requests()).hasToString(one.requests().toString());
    assertThat(other.permits()).isEqualTo(one.permits());
  }

  @Test
  void set_ofRoles_isWhatTheTextCompilesTo() {
    Policies policies = Scenarios.roles(200).policies();

    assertThat(policies.set()).isEqualTo(policies.compile());
  }

  @Test
  void make_unknownName_saysWhichThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scenarios.make("s0"))
        .withMessageStartingWith("there is no scenario `s0`, only [s1, s2-100,");
  }
}
