package dev.writ.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guard as it guards, in processes of its own, over contenders that lost what it watches. */
class GuardProcessTest {
  private static final Budgets BUDGETS = Budgets.of(List.of("s1 400 16"));

  @ParameterizedTest
  @CsvSource({
    "writ,          true,  ok,             all within their budgets",
    "slowed-writ,   false, TOO SLOW,       over budget: [s1]",
    "wasteful-writ, false, TOO MANY BYTES, over budget: [s1]",
  })
  void run_inProcesses_holdsTheContenderToItsBudget(
      String contender, boolean passes, String standing, String last) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Guard guard =
        new Guard(
            BUDGETS,
            new Forks(contender, 1, 150, 3),
            new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(guard.run()).isEqualTo(passes);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains(standing + "\n" + last);
  }
}
