package dev.writ.core.plan;

import dev.writ.core.decision.Verdict;
import java.util.Objects;

/** What a program says of a request. */
public sealed interface Answer {

  /**
   * A verdict.
   *
   * @param verdict the verdict
   * @param mayWrite whether a permit may spend, count or label something, which the program does
   *     not work out; never so for a denial
   * @param wasCareful whether every rule was looked at, since something could not be evaluated
   */
  record Decided(Verdict verdict, boolean mayWrite, boolean wasCareful) implements Answer {
    public Decided {
      Objects.requireNonNull(verdict, "verdict");
    }

    /** The same of another member. */
    Decided at(String place) {
      return new Decided(verdict.at(place), mayWrite, wasCareful);
    }
  }
}
