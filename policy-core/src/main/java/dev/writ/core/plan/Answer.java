package dev.writ.core.plan;

import dev.writ.core.decision.Verdict;
import java.util.Objects;

/** What a program says of a request. */
public sealed interface Answer {

  /**
   * A verdict.
   *
   * @param verdict the verdict
   * @param mayWrite whether a permit may count or label something, which the program does not work
   *     out; never so for a denial
   * @param wasCareful whether every rule was looked at, since something could not be evaluated
   */
  record Decided(Verdict verdict, boolean mayWrite, boolean wasCareful) implements Answer {
    public Decided {
      Objects.requireNonNull(verdict, "verdict");
    }
  }

  /** The program leaves the request to the reference evaluator. */
  record Left(Cause cause) implements Answer {
    public Left {
      Objects.requireNonNull(cause, "cause");
    }
  }

  /** Why a request is left to the reference evaluator. */
  enum Cause {
    /** Some member of the request holds a grant, whatever its state. */
    GRANT_HELD,
    /** Something speaks on the request that reads approvals, and some were opened. */
    APPROVAL_OPENED
  }
}
