package dev.writ.dsl.lint;

import dev.writ.dsl.source.Diagnostic;
import java.util.Objects;

/**
 * A finding that an {@code @allow} accepts. Immutable.
 *
 * @param finding what was found
 * @param reason why it is accepted, as the policy says
 */
public record SuppressedFinding(Diagnostic finding, String reason) {

  /**
   * Checks that both are there.
   *
   * @throws NullPointerException if one is null
   */
  public SuppressedFinding {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(reason, "reason");
  }
}
