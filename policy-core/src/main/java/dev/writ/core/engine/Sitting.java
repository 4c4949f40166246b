package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.Request;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.Circumstances.Health;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides against one loaded set, one authority state and one instant. Whatever the evaluation
 * throws is a denial.
 */
final class Sitting {

  private static final Logger LOG = LoggerFactory.getLogger(Sitting.class);

  private final Tools tools;
  private final Loaded loaded;
  private final Circumstances circumstances;

  /**
   * What a sitting works with.
   *
   * @param evaluation how it evaluates
   * @param clock the clock
   * @param maxSkewMillis by how much the authority state may be ahead of the clock
   * @param ids the names of decisions
   * @param tallies where faults are counted
   */
  record Tools(
      Evaluation evaluation,
      EngineClock clock,
      long maxSkewMillis,
      DecisionIds ids,
      Tallies tallies) {}

  /** What was decided, and what authorising it would change. */
  record Ruling(Decision decision, AuthoritySnapshot next) {}

  Sitting(Tools tools, Loaded loaded, AuthoritySnapshot authority) {
    EngineClock.Reading now = tools.clock().read();
    this.tools = tools;
    this.loaded = loaded;
    this.circumstances =
        new Circumstances(
            loaded.entities(),
            authority,
            now.millis(),
            tools.maxSkewMillis(),
            now.reliable() ? Health.GOOD : Health.UNAVAILABLE);
  }

  /** The pure question: a permit that would change something, or is to be handled, is advisory. */
  Decision ask(Request request) {
    Finding finding = find(request);
    return decision(finding, isAdvisory(finding));
  }

  /** The answer to act on, and the authority state after it. */
  Ruling authorize(Request request) {
    Finding finding = find(request);
    AuthoritySnapshot state = circumstances.authority();
    try {
      if (!permits(finding) || finding.effects().changeNothing(state)) {
        return new Ruling(decision(finding, false), state);
      }
      AuthoritySnapshot next = finding.effects().applyTo(state, circumstances.nowMillis());
      return new Ruling(decision(finding, false), next);
    } catch (RuntimeException | StackOverflowError e) {
      return new Ruling(decision(fault(ReasonCode.UNAVAILABLE, "authority", e), false), state);
    }
  }

  /** A denial because what was permitted could not be carried through. */
  Decision unavailable(Decision permit, String what, Throwable cause) {
    return decision(permit.id(), fault(ReasonCode.UNAVAILABLE, what, cause), false);
  }

  /** A denial because the question did not get to where it is answered. */
  Decision refused(String what, Throwable cause) {
    return decision(fault(ReasonCode.UNAVAILABLE, what, cause), false);
  }

  private boolean isAdvisory(Finding finding) {
    try {
      return finding.effects().matter()
          || finding.verdict().obligations().stream()
              .anyMatch(obligation -> loaded.handlers().containsKey(obligation.name()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("working out what a permit would change failed", e);
      return true;
    }
  }

  private static boolean permits(Finding finding) {
    return finding.verdict().reason() == ReasonCode.PERMITTED;
  }

  private Finding find(Request request) {
    try {
      return tools.evaluation().find(loaded, request, circumstances);
    } catch (RuntimeException | StackOverflowError e) {
      return fault(ReasonCode.EVALUATION_ERROR, "engine", e);
    }
  }

  private Finding fault(ReasonCode reason, String where, Throwable cause) {
    tools.tallies().fault();
    LOG.error("denied as {}: {} failed", reason.code(), where, cause);
    EvaluationError error = new EvaluationError(where, "fault", cause.getClass().getName());
    Verdict verdict =
        new Verdict(
            reason, null, null, List.of(), List.of(error), List.of(), List.of(), loaded.hash());
    return new Finding(verdict, Finding.Effects.NONE, Outlook.NONE);
  }

  private Decision decision(Finding finding, boolean advisory) {
    return decision(tools.ids().next(), finding, advisory);
  }

  private Decision decision(String id, Finding finding, boolean advisory) {
    return new Decision(
        id,
        finding.verdict(),
        circumstances.authority().position(),
        loaded.entities().version(),
        circumstances.nowMillis(),
        advisory && permits(finding),
        new GuardedOutlook(finding.outlook(), circumstances.nowMillis()));
  }
}
