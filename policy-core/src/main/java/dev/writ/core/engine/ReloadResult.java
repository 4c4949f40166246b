package dev.writ.core.engine;

import java.util.List;
import java.util.Objects;

/** What came of a reload. */
public sealed interface ReloadResult {

  /**
   * The set runs: every decision that starts from now on is made by it.
   *
   * @param policySet its hash
   */
  record Applied(String policySet) implements ReloadResult {
    public Applied {
      Objects.requireNonNull(policySet, "policySet");
    }
  }

  /**
   * The set does not run; the one before does, as if nothing had been asked.
   *
   * @param problems why, one sentence each, at least one
   */
  record Refused(List<String> problems) implements ReloadResult {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }

  /** Whether the set runs. */
  default boolean applied() {
    return this instanceof Applied;
  }
}
