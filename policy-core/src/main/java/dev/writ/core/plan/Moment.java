package dev.writ.core.plan;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityProblem;
import dev.writ.core.model.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads beside the request, and how it goes about what it cannot evaluate.
 *
 * <p>A <em>quick</em> run leaves out what cannot change a result and gives up at the first fault. A
 * <em>probing</em> one looks at everything and gives up as well. A <em>careful</em> one looks at
 * everything and lists every fault.
 */
final class Moment {
  /** For what depends on no moment, quick. */
  static final Moment TIMELESS = quick(null, 0, Consents.NONE);

  /** For what depends on no moment, probing. */
  static final Moment TIMELESS_PROBE = TIMELESS.probing();

  final @Nullable SessionRecord session;
  final long now;
  final boolean quick;
  final @Nullable Findings findings;
  final Consents consents;

  /** Who asked for or opened what is read; null outside approvals and grants. */
  final @Nullable EntityId requester;

  /**
   * By member the bits of the masks that the session and the state of authority leave alive, or
   * null where they are asked each time.
   */
  final long @Nullable [] told;

  /** The same of the first member. */
  final long toldFirst;

  private Moment(
      @Nullable SessionRecord session,
      long now,
      boolean quick,
      @Nullable Findings findings,
      Consents consents,
      @Nullable EntityId requester,
      long @Nullable [] told) {
    this.told = told;
    this.toldFirst = told == null ? -1 : told[0];
    this.session = session;
    this.now = now;
    this.quick = quick;
    this.findings = findings;
    this.consents = consents;
    this.requester = requester;
  }

  static Moment quick(@Nullable SessionRecord session, long now, Consents consents) {
    return new Moment(session, now, true, null, consents, null, null);
  }

  /** The same, looking at everything. */
  Moment probing() {
    return new Moment(session, now, false, null, consents, requester, null);
  }

  /** The same, looking at everything and listing what cannot be evaluated. */
  Moment careful(Findings into) {
    return new Moment(session, now, false, into, consents, requester, null);
  }

  /** The same, where nothing is approved, confirmed or granted. */
  Moment withoutConsents() {
    return with(Consents.NONE);
  }

  /** The same with these consents. */
  Moment with(Consents others) {
    return new Moment(session, now, quick, findings, others, requester, null);
  }

  /** The same without session. */
  Moment withoutSession() {
    return new Moment(null, now, quick, findings, consents, requester, null);
  }

  /** The same for what this entity asked for or opened. */
  Moment askedBy(EntityId other) {
    return new Moment(session, now, quick, findings, consents, other, null);
  }

  /** The same where it is known what session and state tell, which depends on these consents. */
  Moment telling(long @Nullable [] bits) {
    return new Moment(session, now, quick, findings, consents, requester, bits);
  }

  /** The same for what is only tried: what cannot be evaluated is listed nowhere. */
  Moment trying() {
    return findings == null ? this : careful(new Findings());
  }

  /** There is no value, and why. */
  @Nullable Value fault(FaultKind kind, String detail) {
    if (findings == null) {
      throw new FaultSignal();
    }
    findings.note(kind, detail);
    return null;
  }

  /** An operator met a value of a kind that its operand cannot have. */
  @Nullable Value illTyped(String operator) {
    return fault(FaultKind.ILL_TYPED, operator);
  }

  /** There is no value since something that may be absent is. */
  @Nullable Value missing(String name) {
    if (findings != null) {
      findings.note(FaultKind.MISSING_VALUE, name);
    }
    return null;
  }

  /** There is no value since the store cannot vouch for an entity. */
  @Nullable Value fault(EntityProblem problem) {
    return fault(
        switch (problem.kind()) {
          case UNKNOWN -> FaultKind.UNKNOWN_ENTITY;
          case BROKEN -> FaultKind.BROKEN_ENTITY;
          case CYCLE -> FaultKind.HIERARCHY_CYCLE;
          case TOO_MANY_ANCESTORS -> FaultKind.TOO_MANY_ANCESTORS;
        },
        problem.detail());
  }
}
