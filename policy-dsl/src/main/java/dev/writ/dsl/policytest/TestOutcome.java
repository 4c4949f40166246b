package dev.writ.dsl.policytest;

import java.util.List;
import java.util.Objects;

/**
 * What came of one {@code test} block.
 *
 * @param module its module, empty for the unnamed one
 * @param name its name
 * @param place where it stands
 * @param expectations how many decisions it looked at
 * @param seconds how long it took
 * @param mismatches what was not as expected
 */
public record TestOutcome(
    String module,
    String name,
    Place place,
    int expectations,
    double seconds,
    List<Mismatch> mismatches) {
  public TestOutcome {
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(place, "place");
    mismatches = List.copyOf(mismatches);
  }

  /** Whether it looked at something and all of it was as expected. */
  public boolean passed() {
    return expectations > 0 && mismatches.isEmpty();
  }
}
