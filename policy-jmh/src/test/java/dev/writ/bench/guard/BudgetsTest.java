package dev.writ.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetsTest {

  @Test
  void of_linesAndComments_readsEachBudget() {
    assertThat(Budgets.of(List.of("# why", "", "s1   1.5 0", "s3 2 16 # more")).all())
        .containsExactly(new Budget("s1", 1.5, 0), new Budget("s3", 2, 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s1", "s1 1.5", "s1 1.5 0 0", "s1 x 0", "s1 1.5 0.5"})
  void of_lineThatIsNoBudget_saysWhich(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budgets.of(List.of("", line)))
        .withMessage("line 2 is no scenario, ratio and bytes: `" + line + "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s1 0 0", "s1 -1 0", "s1 NaN 0", "s1 1.5 -1"})
  void of_negativeBudget_isRefused(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budgets.of(List.of(line)))
        .withMessageStartingWith("a budget is positive");
  }

  @Test
  void of_scenarioTwice_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budgets.of(List.of("s1 1 0", "s1 2 0")))
        .withMessage("a scenario has two budgets");
  }

  @Test
  void of_noBudget_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budgets.of(List.of("# none")))
        .withMessage("there is no budget");
  }
}
