package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Remedy;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Surroundings;
import dev.writ.core.reference.Assessment;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.Reference;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates by the program of the set. What a permit writes and what would change a decision is
 * worked out by the executable semantics, when asked for.
 */
final class PlannedEvaluation implements Evaluation {

  /** The program of the set that was asked for last: one is made when the set changes. */
  private volatile @Nullable Prepared prepared;

  private record Prepared(Reference evaluator, Program program) {}

  private final PlanTally tally = new PlanTally();

  /** What was counted so far. */
  PlanStatistics statistics() {
    return tally.read();
  }

  private Program program(Loaded loaded) {
    Prepared last = prepared;
    if (last == null || last.evaluator() != loaded.evaluator()) {
      last = new Prepared(loaded.evaluator(), Program.of(loaded.policies(), loaded.hash()));
      prepared = last;
    }
    return last.program();
  }

  @Override
  public Finding find(Loaded loaded, Request request, Circumstances circumstances) {
    Reference reference = loaded.evaluator();
    try {
      BoundRequest bound =
          RequestBinding.bind(
              loaded.policies().schema(), circumstances.entities(), request, DataLimits.DEFAULT);
      Program program = program(loaded);
      Answer.Decided decided =
          (Answer.Decided) program.decide(program.question(bound), surroundings(circumstances));
      tally.decided(decided);
      return finding(decided, new OnDemand(reference, bound, circumstances, tally));
    } catch (InvalidRequestException e) {
      return ReferenceEvaluation.finding(
          reference.refuse(ReasonCode.INVALID_REQUEST, e.place(), e.reason(), circumstances));
    }
  }

  private static Surroundings surroundings(Circumstances circumstances) {
    return new Surroundings(
        circumstances.authority(),
        circumstances.nowMillis(),
        circumstances.health() == Circumstances.Health.UNAVAILABLE,
        circumstances.health() == Circumstances.Health.STALE || circumstances.isAhead());
  }

  private static Finding finding(Answer.Decided decided, OnDemand later) {
    boolean writes = decided.mayWrite() && decided.verdict().reason().effect() == Effect.PERMIT;
    return new Finding(decided.verdict(), writes ? later : Finding.Effects.NONE, later);
  }

  /** What the reference makes of a request, worked out when it is first asked for. */
  private static final class OnDemand implements Finding.Effects, Outlook {
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

    private Assessment assessment() {
      Assessment known = assessment;
      if (known == null) {
        known = reference.assess(request, circumstances);
        tally.worked();
        assessment = known;
      }
      return known;
    }

    @Override
    public boolean matter() {
      return assessment().consuming();
    }

    @Override
    public boolean changeNothing(AuthoritySnapshot state) {
      return assessment().effects().changesNothing(state);
    }

    @Override
    public AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis) {
      return assessment().effects().applyTo(state, nowMillis);
    }

    @Override
    public OptionalLong validUntil() {
      return assessment().validUntil();
    }

    @Override
    public List<Remedy> remedies() {
      return assessment().remedies();
    }

    @Override
    public OptionalLong retryAt() {
      return assessment().retryAt();
    }

    @Override
    public List<String> because() {
      return assessment().because();
    }
  }
}
