package dev.writ.core.engine;

import dev.writ.core.model.EntityProblem;
import java.util.List;

/** What came of changes of entities. */
public sealed interface UpdateResult {

  /** Every decision that starts from now on reads the changed entities. */
  record Applied() implements UpdateResult {}

  /**
   * Nothing changed.
   *
   * @param problems why, for each entity at fault, at least one
   */
  record Refused(List<EntityProblem> problems) implements UpdateResult {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a refusal needs a reason");
      }
    }
  }

  /** Whether the changes were made. */
  default boolean applied() {
    return this instanceof Applied;
  }
}
