package dev.writ.dsl.policytest;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.reference.Reference;
import dev.writ.dsl.check.CheckedTest;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the tests of a policy set.
 *
 * <p>Each test starts from an empty world and states its own. Its statements take effect in order:
 * what is expected is compared with the decision of the reference semantics at that point, and only
 * {@code authorize} spends, counts and labels. The invariants of the set are tried on every request
 * of every test. Stateless, thread-safe.
 */
public final class PolicyTests {
  private PolicyTests() {}

  /**
   * Runs tests.
   *
   * @param policies the set they belong to
   * @param tests the tests, possibly none: then the report has not passed
   */
  public static TestReport run(PolicySet policies, List<CheckedTest> tests) {
    Reference reference = new Reference(policies);
    CoverageCount coverage = new CoverageCount(policies);
    InvariantTrials invariants = new InvariantTrials(policies);
    List<TestOutcome> outcomes = new ArrayList<>();
    for (CheckedTest test : tests) {
      outcomes.add(new TestRun(test, reference, coverage, invariants).run());
    }
    return new TestReport(outcomes, invariants.outcomes(), coverage.lines());
  }
}
