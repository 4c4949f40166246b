package dev.writ.core.plan;

import dev.writ.core.decision.Verdict;
import java.util.Objects;

/**
 * What a program says of a request. Immutable, thread-safe.
 *
 * @param verdict the verdict
 * @param mayWrite whether a permit may spend, count or label something: {@link Program#writes}
 *     tells what; never so for a denial
 * @param wasCareful whether every rule was looked at, since something could not be evaluated
 */
public record Answer(Verdict verdict, boolean mayWrite, boolean wasCareful) {
  public Answer {
    Objects.requireNonNull(verdict, "verdict");
  }

  /** The same of another member. */
  Answer at(String place) {
    return new Answer(verdict.at(place), mayWrite, wasCareful);
  }
}
