package dev.writ.dsl.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a group of tests.
 *
 * @param name what groups them: a file or module
 * @param cases the tests in order
 */
public record TestSuite(String name, List<TestCase> cases) {
  public TestSuite {
    Objects.requireNonNull(name, "name");
    cases = List.copyOf(cases);
  }

  /**
   * The outcome of one test.
   *
   * @param name its name
   * @param seconds how long it took
   * @param failure what failed, in full, or null where it passed
   */
  public record TestCase(String name, double seconds, @Nullable String failure) {
    public TestCase {
      Objects.requireNonNull(name, "name");
    }
  }

  /** How many failed. */
  public long failures() {
    return cases.stream().filter(test -> test.failure() != null).count();
  }
}
