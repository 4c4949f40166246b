package dev.writ.core.engine;

import dev.writ.core.cache.Remembered;
import dev.writ.core.cache.VerdictKey;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;
import dev.writ.core.reference.Circumstances;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates by the program of the set, or finds the verdict in the cache. Until when a decision
 * holds and what would change it is worked out by the executable semantics, when asked for.
 */
final class PlannedEvaluation implements Evaluation {

  private final PlanTally tally = new PlanTally();
  private final @Nullable VerdictCaching caching;

  /** In what was decided last, as far as this thread knows. */
  private @Nullable Around latest;

  /** One without a cache. */
  PlannedEvaluation() {
    this(null);
  }

  /**
   * @param caching the cache that is asked, or null
   */
  PlannedEvaluation(@Nullable VerdictCaching caching) {
    this.caching = caching;
  }

  /** What was counted so far. */
  PlanStatistics statistics() {
    return tally.read();
  }

  @Override
  public Finding find(Loaded loaded, Request request, Circumstances circumstances) {
    Asked asked;
    try {
      asked = asked(loaded, circumstances.entities(), request);
    } catch (InvalidRequestException e) {
      return ReferenceEvaluation.finding(
          loaded
              .evaluator()
              .refuse(ReasonCode.INVALID_REQUEST, e.place(), e.reason(), circumstances));
    }
    Remembered known = hit(loaded, asked, circumstances);
    Consultation consultation = known == null ? consultation(loaded, asked, circumstances) : null;
    known = consultation == null ? known : consultation.found();
    return known != null
        ? new Finding(
            known.verdict(),
            Finding.Effects.NONE,
            new OnDemand(loaded, asked, known.verdict(), circumstances, tally))
        : evaluated(loaded, request, asked, circumstances, consultation);
  }

  private Finding evaluated(
      Loaded loaded,
      Request request,
      Asked asked,
      Circumstances circumstances,
      @Nullable Consultation consultation) {
    Question question = asked.question();
    Surroundings surroundings = around(circumstances);
    Answer decided = loaded.program().decide(question, surroundings);
    tally.decided(decided);
    OnDemand outlook = new OnDemand(loaded, asked, decided.verdict(), circumstances, tally);
    if (consultation != null) {
      consultation.evaluated(request, question, decided, circumstances, loaded.gathered(), outlook);
    }
    return new Finding(
        decided.verdict(),
        decided.mayWrite()
            ? new PlannedEffects(loaded.program(), question, surroundings)
            : Finding.Effects.NONE,
        outlook);
  }

  /** A verdict for a request that was asked before, or null. */
  private @Nullable Remembered hit(Loaded loaded, Asked asked, Circumstances circumstances) {
    VerdictKey key = asked.knownKey();
    return caching == null || asked.slice == null || key == null || loaded.gathered() != null
        ? null
        : caching.hit(asked.slice, key, circumstances);
  }

  /** What the decision is put to, or null: for what was gathered, it was before. */
  private @Nullable Consultation consultation(
      Loaded loaded, Asked asked, Circumstances circumstances) {
    Gathered gathered = loaded.gathered();
    if (gathered != null) {
      return gathered.consultation();
    }
    CachedSlices slices = loaded.cached();
    return caching == null || slices == null || asked.slice == null
        ? null
        : caching.consult(slices, asked.slice, circumstances, () -> asked.key(slices));
  }

  /** How a request is held against what is loaded, made when it is first asked. */
  private Asked asked(Loaded loaded, EntityStore entities, Request request)
      throws InvalidRequestException {
    if (request.note() instanceof Asked asked && asked.isFor(loaded, entities)) {
      return asked;
    }
    BoundRequest bound =
        RequestBinding.bind(loaded.policies().schema(), entities, request, DataLimits.DEFAULT);
    CachedSlices slices = loaded.cached();
    Asked asked =
        new Asked(
            loaded.program(),
            entities,
            bound,
            slices == null || caching == null || caching.isOfSource()
                ? null
                : slices.of(request, bound));
    request.leave(asked);
    return asked;
  }

  /** The same for all that is decided in the same circumstances. */
  private Surroundings around(Circumstances circumstances) {
    Around known = latest;
    if (known != null && known.isOf(circumstances)) {
      return known.surroundings;
    }
    Surroundings surroundings = surroundings(circumstances);
    latest = new Around(circumstances, surroundings);
    return surroundings;
  }

  private record Around(Circumstances circumstances, Surroundings surroundings) {

    @SuppressWarnings("ReferenceEquality") // comparing states takes longer than this saves
    boolean isOf(Circumstances others) {
      return circumstances == others;
    }
  }

  private static Surroundings surroundings(Circumstances circumstances) {
    return new Surroundings(
        circumstances.authority(),
        circumstances.nowMillis(),
        circumstances.health() == Circumstances.Health.UNAVAILABLE,
        circumstances.health() == Circumstances.Health.STALE || circumstances.isAhead());
  }
}
