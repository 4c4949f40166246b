package dev.writ.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.bench.measure.Pair;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Budgets BUDGETS = Budgets.of(List.of("s1 1.5 0", "s3 2 16"));
  private static final Pair GOOD_S1 = pair(1.5, 0);
  private static final Pair GOOD_S3 = pair(1.9, 16);

  private final Deque<Map<String, Pair>> answers = new ArrayDeque<>();
  private final List<List<String>> asked = new ArrayList<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private static Pair pair(double ratio, long bytes) {
    return new Pair(20, 20 * ratio, ratio, 0, bytes);
  }

  private boolean passes() {
    Guard.Meter meter =
        scenarios -> {
          asked.add(scenarios);
          return answers.removeFirst();
        };
    return new Guard(BUDGETS, meter, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void run_allAtOrBelowTheirBudgets_passesAfterOneTry() {
    answers.add(Map.of("s1", GOOD_S1, "s3", GOOD_S3));

    assertThat(passes()).isTrue();
    assertThat(asked).containsExactly(List.of("s1", "s3"));
    assertThat(output()).endsWith("all within their budgets\n");
  }

  @Test
  void run_slowTwice_failsAndNamesTheRow() {
    answers.add(Map.of("s1", pair(1.51, 0), "s3", GOOD_S3));
    answers.add(Map.of("s1", pair(1.6, 0)));

    assertThat(passes()).isFalse();
    assertThat(asked).containsExactly(List.of("s1", "s3"), List.of("s1"));
    assertThat(output()).contains("1.51       1.50          0          0  TOO SLOW\n");
    assertThat(output()).endsWith("over budget: [s1]\n");
  }

  @Test
  void run_slowAndThenGood_passes() {
    answers.add(Map.of("s1", pair(7, 0), "s3", GOOD_S3));
    answers.add(Map.of("s1", GOOD_S1));

    assertThat(passes()).isTrue();
    assertThat(output()).contains("once more: [s1]").endsWith("all within their budgets\n");
  }

  @Test
  void run_oneByteMoreThanTheBudget_fails() {
    answers.add(Map.of("s1", pair(1, 1), "s3", GOOD_S3));
    answers.add(Map.of("s1", pair(1, 1)));

    assertThat(passes()).isFalse();
    assertThat(output()).contains("TOO MANY BYTES");
  }

  @Test
  void run_slowOnceAndWastefulThen_fails() {
    answers.add(Map.of("s1", pair(2, 0), "s3", GOOD_S3));
    answers.add(Map.of("s1", pair(1, 8)));

    assertThat(passes()).isFalse();
  }

  @Test
  void run_scenarioNotMeasured_fails() {
    answers.add(Map.of("s1", GOOD_S1));
    answers.add(Map.of());

    assertThat(passes()).isFalse();
    assertThat(output()).contains("NOT MEASURED").endsWith("over budget: [s3]\n");
  }

  @Test
  void run_moreMeasuredThanBudgeted_looksAtWhatHasABudget() {
    answers.add(Map.of("s1", GOOD_S1, "s3", GOOD_S3, "s9", pair(99, 99)));

    assertThat(passes()).isTrue();
    assertThat(output()).doesNotContain("s9");
  }

  @Test
  void run_ratioThatIsNoNumber_fails() {
    answers.add(Map.of("s1", pair(Double.NaN, 0), "s3", GOOD_S3));
    answers.add(Map.of("s1", pair(Double.NaN, 0)));

    assertThat(passes()).isFalse();
  }
}
