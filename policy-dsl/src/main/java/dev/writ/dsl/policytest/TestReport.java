package dev.writ.dsl.policytest;

import java.util.List;

/**
 * What came of all tests of a policy set.
 *
 * @param tests the tests, by module and name
 * @param invariants the invariants, by id
 * @param coverage the rules and clauses, by kind and id
 */
public record TestReport(
    List<TestOutcome> tests, List<InvariantOutcome> invariants, List<CoverageLine> coverage) {
  public TestReport {
    tests = List.copyOf(tests);
    invariants = List.copyOf(invariants);
    coverage = List.copyOf(coverage);
  }

  /** Whether there is a test, every test passed and no invariant was broken. */
  public boolean passed() {
    return !tests.isEmpty()
        && tests.stream().allMatch(TestOutcome::passed)
        && invariants.stream().allMatch(InvariantOutcome::held);
  }

  /** How many tests failed. */
  public long failures() {
    return tests.stream().filter(test -> !test.passed()).count();
  }

  /** How many rules and clauses were seen every way they can be. */
  public long covered() {
    return coverage.stream().filter(CoverageLine::full).count();
  }
}
