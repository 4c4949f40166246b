package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * A set of steps that together would bring a permit.
 *
 * @param steps the steps, at least one
 * @param span where it stands
 */
public record ExpectedRemedy(List<RemedyStep> steps, Span span) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no step
   */
  public ExpectedRemedy {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("there is no step");
    }
  }
}
