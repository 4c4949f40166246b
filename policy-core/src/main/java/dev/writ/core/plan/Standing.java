package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a state of authority says of a question, from an instant on until time alone may change it.
 * It does not keep the state. Immutable.
 */
final class Standing {
  private final Object state;
  private final long since;
  private final long until;
  final @Nullable SessionRecord session;

  /** The refusal of the session, or null. */
  final @Nullable Verdict invalid;

  /** The refusal of one who is suspended, or has no session, or null. */
  final @Nullable Verdict refused;

  final Holding holding;

  /** What is held, or null where nothing is, or a quick run cannot tell. */
  final @Nullable Held held;

  /** How much of what may be held is known. */
  enum Holding {
    /** No member holds a grant that may count, and nothing was opened that is asked for. */
    NOTHING,
    /** All that a quick run reads. */
    KNOWN,
    /** That it is too much to be told apart. */
    MUCH,
    /** That something could not be evaluated. */
    FAULTY
  }

  /** What a question keeps of this: a moment in which nothing goes wrong. Immutable. */
  static final class Moments {
    final Standing standing;
    final Moment quick;
    final Moment probing;

    Moments(Standing standing, Moment moment, long @Nullable [] told) {
      this.standing = standing;
      this.quick = moment.telling(told);
      this.probing = moment.probing();
    }
  }

  private Standing(
      AuthoritySnapshot state,
      @Nullable Lasting lasting,
      @Nullable SessionRecord session,
      @Nullable Verdict invalid,
      @Nullable Verdict refused,
      Holding holding,
      @Nullable Held held) {
    this.state = state.identity();
    this.since = lasting == null ? Long.MIN_VALUE : lasting.now;
    this.until = lasting == null ? Long.MAX_VALUE : lasting.until();
    this.session = session;
    this.invalid = invalid;
    this.refused = refused;
    this.holding = holding;
    this.held = held;
  }

  static Standing of(
      Question question,
      AuthoritySnapshot state,
      long now,
      AuthorityCode code,
      Admission admission) {
    String id = question.request.session();
    SessionRecord session = id == null ? null : state.session(id);
    Verdict invalid = admission.ofSession(question, session);
    Verdict refused = invalid == null ? admission.ofMembers(question, session, state) : null;
    List<List<GrantRecord>> grants =
        invalid == null && refused == null ? grants(question, state, code) : null;
    if (grants == null) {
      return new Standing(state, null, session, invalid, refused, Holding.NOTHING, null);
    }
    Lasting lasting = new Lasting(now);
    try {
      Moment quick = Moment.quick(session, now, Consents.NONE);
      Holdings holdings =
          new HoldingsReading(code, question, state, quick.probing(), lasting).read(grants);
      Held held = Held.of(question, holdings, quick);
      Holding holding = held == null ? Holding.MUCH : Holding.KNOWN;
      boolean nothing = !holdings.isAnythingHeld() && !holdings.isAnythingUsable();
      return new Standing(state, lasting, session, null, null, holding, nothing ? null : held);
    } catch (FaultSignal fault) {
      lasting.changes();
      return new Standing(state, lasting, session, null, null, Holding.FAULTY, null);
    }
  }

  /** By member the grants that may count; null where there are none and nothing was opened. */
  private static @Nullable List<List<GrantRecord>> grants(
      Question question, AuthoritySnapshot state, AuthorityCode code) {
    List<List<GrantRecord>> grants = null;
    Candidates candidates = new Candidates(code, state);
    for (int i = 0; state.hasGrants() && i < question.known.length; i++) {
      List<GrantRecord> found = candidates.of(question.known[i]);
      if (grants == null && !found.isEmpty()) {
        grants = none(i);
      }
      if (grants != null) {
        grants.add(found);
      }
    }
    return grants == null && state.hasApprovals() && isOpened(question, state)
        ? none(question.known.length)
        : grants;
  }

  private static List<List<GrantRecord>> none(int members) {
    List<List<GrantRecord>> none = new ArrayList<>(4);
    for (int i = 0; i < members; i++) {
      none.add(List.of());
    }
    return none;
  }

  private static boolean isOpened(Question question, AuthoritySnapshot state) {
    for (Known known : question.known) {
      List<Asks.Consent> consents = known.program.asks().consents();
      for (int i = 0; i < consents.size(); i++) {
        if (question.isOpened(consents.get(i).id(), state)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether all is known that a quick run reads. */
  boolean isKnown() {
    return holding == Holding.NOTHING || holding == Holding.KNOWN;
  }

  /** Whether this is what the state says at this instant. */
  boolean isOf(AuthoritySnapshot other, long now) {
    return state == other.identity() && since <= now && now < until;
  }

  /** Whether the state says nothing: no session, no refusal, and nothing is held. */
  boolean saysNothing() {
    return session == null
        && invalid == null
        && refused == null
        && holding == Holding.NOTHING
        && until == Long.MAX_VALUE
        && since == Long.MIN_VALUE;
  }

  /** Whether the other one is of the same state. */
  boolean isOfStateOf(Standing other) {
    return state == other.state;
  }

  /**
   * The moment of a quick run at this instant.
   *
   * @param always whether all that may go wrong is looked at again
   * @throws FaultSignal if something goes wrong
   */
  Moment sound(long now, Question question, boolean always) {
    Moments moments = question.moments;
    if (moments == null || moments.standing != this) {
      moments = sound(now, question);
      question.moments = moments;
    } else {
      if (moments.quick.now != now) {
        moments = new Moments(this, moment(now, question), moments.quick.told);
        question.moments = moments;
      }
      if (always) {
        question.probeState(moments.probing);
      }
    }
    question.probeClock(moments.probing);
    return moments.quick;
  }

  private Moments sound(long now, Question question) {
    Moment moment = moment(now, question);
    question.probeState(moment.probing());
    return new Moments(this, moment, told(moment, question));
  }

  private Moment moment(long now, Question question) {
    return Moment.quick(session, now, held == null ? question.consents() : held.consents);
  }

  /** By member what session and state tell, or null where that cannot be known beforehand. */
  private static long @Nullable [] told(Moment moment, Question question) {
    long[] told = new long[question.known.length];
    try {
      for (Known known : question.known) {
        told[known.member] = known.index.masks.told(known, moment);
      }
      return told;
    } catch (FaultSignal fault) {
      return null;
    }
  }
}
