package dev.writ.core.engine;

import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;
import dev.writ.core.reference.Assessment;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates by the program of the set. Until when a decision holds and what would change it is
 * worked out by the executable semantics, when asked for.
 */
final class PlannedEvaluation implements Evaluation {

  private final PlanTally tally = new PlanTally();

  /** What was counted so far. */
  PlanStatistics statistics() {
    return tally.read();
  }

  @Override
  public Finding find(Loaded loaded, Request request, Circumstances circumstances) {
    Question question;
    try {
      question = question(loaded, circumstances.entities(), request);
    } catch (InvalidRequestException e) {
      return ReferenceEvaluation.finding(
          loaded
              .evaluator()
              .refuse(ReasonCode.INVALID_REQUEST, e.place(), e.reason(), circumstances));
    }
    Surroundings surroundings = surroundings(circumstances);
    Answer decided = loaded.program().decide(question, surroundings);
    tally.decided(decided);
    return new Finding(
        decided.verdict(),
        decided.mayWrite()
            ? new PlannedEffects(loaded.program(), question, surroundings)
            : Finding.Effects.NONE,
        new OnDemand(loaded.evaluator(), question.request(), circumstances, tally));
  }

  /** The question that a request is under what is loaded, made when it is first asked. */
  private static Question question(Loaded loaded, EntityStore entities, Request request)
      throws InvalidRequestException {
    if (request.note() instanceof Asked asked
        && asked.program == loaded.program()
        && asked.entities == entities) {
      return asked.question;
    }
    BoundRequest bound =
        RequestBinding.bind(loaded.policies().schema(), entities, request, DataLimits.DEFAULT);
    Question question = loaded.program().question(bound);
    request.leave(new Asked(loaded.program(), entities, question));
    return question;
  }

  /** What is left with a request. */
  private static final class Asked {
    private final Program program;
    private final EntityStore entities;
    private final Question question;

    Asked(Program program, EntityStore entities, Question question) {
      this.program = program;
      this.entities = entities;
      this.question = question;
    }
  }

  private static Surroundings surroundings(Circumstances circumstances) {
    return new Surroundings(
        circumstances.authority(),
        circumstances.nowMillis(),
        circumstances.health() == Circumstances.Health.UNAVAILABLE,
        circumstances.health() == Circumstances.Health.STALE || circumstances.isAhead());
  }

  /** What the reference makes of a request, worked out when it is first asked for. */
  private static final class OnDemand extends GuardedOutlook {
    private final Reference reference;
    private final BoundRequest request;
    private final Circumstances circumstances;
    private final PlanTally tally;
    private volatile @Nullable Assessment assessment;

    OnDemand(
        Reference reference, BoundRequest request, Circumstances circumstances, PlanTally tally) {
      this.reference = reference;
      this.request = request;
      this.circumstances = circumstances;
      this.tally = tally;
    }

    @Override
    long nowMillis() {
      return circumstances.nowMillis();
    }

    @Override
    Outlook behind() {
      Assessment known = assessment;
      if (known == null) {
        known = reference.assess(request, circumstances);
        tally.worked();
        assessment = known;
      }
      return known;
    }
  }
}
