package dev.writ.core.reference;

import dev.writ.core.authority.AuthorityEffects;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Spending;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.Remedy;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.BoundRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a request came to: the verdict, what a permit must write, and on demand how long it holds,
 * what would change it, and why.
 *
 * <p>Immutable, thread-safe; what is on demand is worked out anew at each call.
 */
public final class Assessment implements Outlook {
  /** How many instants are tried to find out whether waiting helps. */
  private static final int RETRIES = 50;

  private final Reference reference;
  private final Circumstances circumstances;
  private final @Nullable BoundRequest request;
  private final Verdict verdict;
  private final OptionalLong validUntil;
  private final AuthorityEffects effects;
  private final boolean consuming;

  private Assessment(
      Reference reference,
      Circumstances circumstances,
      @Nullable BoundRequest request,
      Verdict verdict,
      OptionalLong validUntil,
      AuthorityEffects effects,
      boolean consuming) {
    this.reference = reference;
    this.circumstances = circumstances;
    this.request = request;
    this.verdict = verdict;
    this.validUntil = validUntil;
    this.effects = effects;
    this.consuming = consuming;
  }

  static Assessment refused(Reference reference, Refusal refusal, Circumstances circumstances) {
    return new Assessment(
        reference,
        circumstances,
        null,
        VerdictBuilding.refused(refusal, reference.hash()),
        OptionalLong.empty(),
        AuthorityEffects.NONE,
        false);
  }

  static Assessment deliberated(
      Reference reference, BoundRequest request, Circumstances circumstances) {
    Trials trials = new Trials(reference.policies(), request, circumstances);
    Deliberation deliberation = trials.deliberate(Trace.NONE);
    boolean permit = deliberation.outcome().reason().effect() == Effect.PERMIT;
    Spending spending = permit ? trials.spending() : Spending.NOTHING;
    AuthoritySnapshot state = circumstances.authority();
    Settlement settlement = new Settlement(deliberation, spending);
    return new Assessment(
        reference,
        circumstances,
        request,
        VerdictBuilding.deliberated(
            deliberation, new TreeSet<>(spending.grants()), reference.hash()),
        deliberation.nextChange(),
        permit ? settlement.effects() : AuthorityEffects.NONE,
        permit && settlement.matters(state));
  }

  /** What was decided. */
  public Verdict verdict() {
    return verdict;
  }

  /** The instant of the decision, epoch milliseconds. */
  public long nowMillis() {
    return circumstances.nowMillis();
  }

  /** What must be written for a permit to be acted on; nothing for a denial. */
  public AuthorityEffects effects() {
    return effects;
  }

  /**
   * Whether a permit uses, counts or labels something, so that it is advisory until that is
   * written. Counts of observed limits do not matter.
   */
  public boolean consuming() {
    return consuming;
  }

  /**
   * The decision around the verdict.
   *
   * @param id names it in logs, audit and JSON
   * @param advisory whether a permit must still be authorised: it is {@link #consuming()} and not
   *     written, or must be recorded
   */
  public Decision decision(String id, boolean advisory) {
    return new Decision(
        () -> id,
        verdict,
        circumstances.authority().position(),
        circumstances.entities()::version,
        nowMillis(),
        advisory,
        this);
  }

  @Override
  public OptionalLong validUntil() {
    return validUntil;
  }

  @Override
  public List<Remedy> remedies() {
    return request == null || verdict.effect() == Effect.PERMIT
        ? List.of()
        : trials(request).remedies();
  }

  @Override
  public OptionalLong retryAt() {
    if (request == null || verdict.effect() == Effect.PERMIT) {
      return OptionalLong.empty();
    }
    Assessment later = this;
    for (int i = 0; i < RETRIES && later.validUntil.isPresent(); i++) {
      long instant = later.validUntil.getAsLong();
      later = reference.assess(request, circumstances.at(instant));
      if (later.verdict.effect() == Effect.PERMIT) {
        return OptionalLong.of(instant);
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public List<String> because() {
    return reference.because(verdict);
  }

  /** Why: each step, each rule considered, each expression with its value. */
  public ExplainNode explain() {
    return Explanation.of(this, request == null ? null : trials(request));
  }

  private Trials trials(BoundRequest bound) {
    return new Trials(reference.policies(), bound, circumstances);
  }
}
