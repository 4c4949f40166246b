package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.cache.Remembered;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.EvaluationError;
import dev.writ.core.decision.Obligation;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.Request;
import dev.writ.core.model.ToolCall;
import dev.writ.core.reference.Circumstances;
import dev.writ.core.reference.Circumstances.Health;
import dev.writ.core.reference.RefusedToolCallException;
import dev.writ.core.reference.ToolRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
   * @param source where entities come from that are not stored, or null
   * @param recall asks the cache before they are loaded; null where there is no source or no cache
   */
  record Tools(
      Evaluation evaluation,
      EngineClock clock,
      long maxSkewMillis,
      DecisionIds ids,
      Tallies tallies,
      @Nullable EntityGathering source,
      @Nullable Recall recall) {}

  /**
   * What was decided, and what authorising it would change.
   *
   * @param request what was asked, or null where a call of a tool is no request
   */
  record Ruling(@Nullable Request request, Decision decision, AuthoritySnapshot next) {}

  /** What was found of a call of a tool, and the request that it is, or null. */
  private record Called(@Nullable Request request, Finding finding) {}

  Sitting(Tools tools, Loaded loaded, AuthoritySnapshot authority) {
    this(tools, loaded, authority, tools.clock().read());
  }

  Sitting(Tools tools, Loaded loaded, AuthoritySnapshot authority, EngineClock.Reading clock) {
    this(tools, loaded, circumstances(tools, loaded, authority, clock));
  }

  private Sitting(Tools tools, Loaded loaded, Circumstances circumstances) {
    this.tools = tools;
    this.loaded = loaded;
    this.circumstances = circumstances;
  }

  private static Circumstances circumstances(
      Tools tools, Loaded loaded, AuthoritySnapshot authority, EngineClock.Reading now) {
    return new Circumstances(
        loaded.entities(),
        authority,
        now.millis(),
        tools.maxSkewMillis(),
        now.reliable() ? Health.GOOD : Health.UNAVAILABLE);
  }

  /** Whether this is one of these at the instant that the clock reads, so that it serves again. */
  @SuppressWarnings("ReferenceEquality") // comparing whole sets takes longer than this saves
  boolean isOf(Loaded now, AuthoritySnapshot state, EngineClock.Reading clock) {
    return loaded == now
        && circumstances.authority() == state
        && circumstances.clockMillis() == clock.millis()
        && circumstances.health() == Health.GOOD
        && clock.reliable();
  }

  /** The same at the same instant, with other entities. */
  private Sitting with(Loaded gathered) {
    Circumstances same =
        new Circumstances(
            gathered.entities(),
            circumstances.authority(),
            circumstances.clockMillis(),
            circumstances.maxSkewMillis(),
            circumstances.health());
    return new Sitting(tools, gathered, same);
  }

  /**
   * A request before it is decided.
   *
   * @param loaded the set with the entities that it can read: what is stored and what the source
   *     tells
   * @param known what the cache knows of it, so that nothing was loaded, or null; a permit changes
   *     nothing then
   */
  record Ready(Loaded loaded, Recall.@Nullable Recalled known) {}

  /** Makes a request ready: asks the cache, then the source. */
  Ready ready(Request request) throws EntityLoadException {
    EntityGathering source = tools.source();
    if (source == null) {
      return new Ready(loaded, null);
    }
    Recall recall = tools.recall();
    Consultation consultation =
        recall == null ? null : recall.consult(loaded, request, circumstances);
    Remembered known = consultation == null ? null : consultation.found();
    return known == null
        ? new Ready(source.gather(loaded, request, circumstances.authority(), consultation), null)
        : new Ready(loaded, Recall.recalled(loaded, request, circumstances, known));
  }

  /** The same for a call of a tool; where that is no request, nothing is asked. */
  Ready ready(ToolCall call) throws EntityLoadException {
    Request request = tools.source() == null ? null : requestOf(call);
    return request == null ? new Ready(loaded, null) : ready(request);
  }

  /** The answer to act on that the cache knows; the authority state stays as it is. */
  Ruling authorized(@Nullable Request request, Recall.Recalled known) {
    return new Ruling(request, recalled(known, false), circumstances.authority());
  }

  private Decision recalled(Recall.Recalled known, boolean advisory) {
    return decision(tools.ids(), known.finding(), advisory, known.entityVersion());
  }

  /** The request that a call is, or null where it is none: why is told when it is decided. */
  @Nullable Request requestOf(ToolCall call) {
    try {
      return loaded.evaluator().tools().resolve(call, circumstances.authority()).request();
    } catch (RefusedToolCallException | RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  /**
   * The pure question: a permit that would change something, or is to be handled, is advisory. May
   * ask the source.
   */
  Decision ask(Request request) {
    if (tools.source() == null) {
      return asked(request);
    }
    try {
      Ready ready = ready(request);
      Recall.Recalled known = ready.known();
      return known == null
          ? with(ready.loaded()).asked(request)
          : recalled(known, isAdvisory(known.finding()));
    } catch (EntityLoadException e) {
      return unloaded(e);
    }
  }

  private Decision asked(Request request) {
    Finding finding = find(request);
    return decision(finding, isAdvisory(finding));
  }

  /** The same of a call of a tool; nothing changes. */
  Ruling ask(ToolCall call) {
    if (tools.source() == null) {
      return asked(call);
    }
    try {
      Ready ready = ready(call);
      Recall.Recalled known = ready.known();
      return known == null
          ? with(ready.loaded()).asked(call)
          : new Ruling(
              requestOf(call),
              recalled(known, isAdvisory(known.finding())),
              circumstances.authority());
    } catch (EntityLoadException e) {
      return new Ruling(requestOf(call), unloaded(e), circumstances.authority());
    }
  }

  private Ruling asked(ToolCall call) {
    Called called = find(call);
    Finding finding = called.finding();
    return new Ruling(
        called.request(), decision(finding, isAdvisory(finding)), circumstances.authority());
  }

  /** The answer to act on, and the authority state after it. */
  Ruling authorize(Request request) {
    return authorize(new Called(request, find(request)));
  }

  /** The same of a call of a tool. */
  Ruling authorize(ToolCall call) {
    return authorize(find(call));
  }

  private Ruling authorize(Called called) {
    Finding finding = called.finding();
    AuthoritySnapshot state = circumstances.authority();
    Finding settled = finding;
    AuthoritySnapshot next = state;
    try {
      if (permits(finding) && !finding.effects().changeNothing(state)) {
        next = finding.effects().applyTo(state, circumstances.nowMillis());
      }
    } catch (RuntimeException | StackOverflowError e) {
      settled = fault(ReasonCode.UNAVAILABLE, "authority", e);
    }
    return new Ruling(called.request(), decision(settled, false), next);
  }

  /** A denial because what was permitted could not be carried through. */
  Decision unavailable(Decision permit, String what, Throwable cause) {
    return decision(permit::id, fault(ReasonCode.UNAVAILABLE, what, cause), false);
  }

  /** A denial because the question did not get to where it is answered. */
  Decision refused(String what, Throwable cause) {
    return decision(fault(ReasonCode.UNAVAILABLE, what, cause), false);
  }

  /** A denial because the entities that a request can read could not be loaded. */
  Decision unloaded(EntityLoadException cause) {
    tools.tallies().fault();
    LOG.error("denied as unavailable: entities could not be loaded", cause);
    EvaluationError error =
        new EvaluationError("entities", "not_loaded", String.valueOf(cause.getMessage()));
    return decision(denied(ReasonCode.UNAVAILABLE, null, null, List.of(error)), false);
  }

  private boolean isAdvisory(Finding finding) {
    try {
      return permits(finding) && (finding.effects().matter() || isHandled(finding.verdict()));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("working out what a permit would change failed", e);
      return true;
    }
  }

  private boolean isHandled(Verdict verdict) {
    for (Obligation obligation : verdict.obligations()) {
      if (loaded.handlers().containsKey(obligation.name())) {
        return true;
      }
    }
    return false;
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

  private Called find(ToolCall call) {
    try {
      ToolRequest made = loaded.evaluator().tools().resolve(call, circumstances.authority());
      return new Called(made.request(), find(made.request()).placed(made::inCall));
    } catch (RefusedToolCallException e) {
      return new Called(null, denied(e.reason(), e.place(), e.problem(), List.of()));
    } catch (RuntimeException | StackOverflowError e) {
      return new Called(null, fault(ReasonCode.EVALUATION_ERROR, "engine", e));
    }
  }

  private Finding fault(ReasonCode reason, String where, Throwable cause) {
    tools.tallies().fault();
    LOG.error("denied as {}: {} failed", reason.code(), where, cause);
    EvaluationError error = new EvaluationError(where, "fault", cause.getClass().getName());
    return denied(reason, null, null, List.of(error));
  }

  private Finding denied(
      ReasonCode reason,
      @Nullable String place,
      @Nullable String message,
      List<EvaluationError> errors) {
    Verdict verdict =
        new Verdict(reason, place, message, List.of(), errors, List.of(), List.of(), loaded.hash());
    return new Finding(verdict, Finding.Effects.NONE, Outlook.NONE);
  }

  private Decision decision(Finding finding, boolean advisory) {
    return decision(tools.ids(), finding, advisory);
  }

  private Decision decision(Supplier<String> id, Finding finding, boolean advisory) {
    return decision(id, finding, advisory, loaded.entities().versionLater());
  }

  private Decision decision(
      Supplier<String> id, Finding finding, boolean advisory, Supplier<String> entityVersion) {
    return new Decision(
        id,
        finding.verdict(),
        circumstances.authority().position(),
        entityVersion,
        circumstances.nowMillis(),
        advisory && permits(finding),
        GuardedOutlook.of(finding.outlook(), circumstances.nowMillis()));
  }
}
