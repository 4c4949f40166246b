package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request made ready: its views, and what speaks on each. It may be asked again as long as the
 * same program runs. Immutable, thread-safe.
 */
public final class Question {
  final BoundRequest request;
  final Known[] known;

  /** The only one, or null where there are more. */
  final @Nullable Known only;

  private final AuthorityCode authority;
  private @Nullable Unopened consents;

  /** Whether it is refused without a session. */
  final boolean needsSession;

  /** Whether the instant, the session or the state of authority is read. */
  final boolean readsMoment;

  /** Whether something goes wrong whatever the moment, so that every rule is to be looked at. */
  final boolean faulty;

  /** What was read last of a state of authority, as far as this thread knows. */
  @Nullable Standing standing;

  /** The moment met last, as far as this thread knows. */
  Standing.@Nullable Moments moments;

  Question(BoundRequest request, Known[] known, AuthorityCode authority) {
    this.request = request;
    this.authority = authority;
    this.known = known;
    this.only = known.length == 1 ? known[0] : null;
    boolean wrong = false;
    boolean moment = false;
    boolean session = false;
    for (Known each : known) {
      session |= !each.program.needingSession().isEmpty();
      wrong |= each.faulty;
      moment |= each.program.index().readsMoment;
    }
    this.needsSession = session;
    this.faulty = wrong;
    this.readsMoment = moment;
  }

  /** What is asked. */
  public BoundRequest request() {
    return request;
  }

  /** The principal and its chain. */
  List<EntityId> members() {
    return request.members();
  }

  /** What it reads of consents where nothing is held; what threads race for is made twice. */
  Unopened consents() {
    Unopened made = consents;
    if (made == null) {
      made = new Unopened(authority, known[0].view);
      consents = made;
    }
    return made;
  }

  /** The approvals and confirmations that something asks for: where none is open, none counts. */
  public Set<String> asked() {
    Set<String> ids = new LinkedHashSet<>();
    for (Known each : known) {
      each.program.asks().consents().forEach(consent -> ids.add(consent.id()));
    }
    return ids;
  }

  /**
   * Looks at all that may go wrong by the moment.
   *
   * @param moment a probing one
   * @throws FaultSignal if something does
   */
  void probe(Moment moment) {
    if (readsMoment) {
      probeState(moment);
      probeClock(moment);
    }
  }

  /** Looks at what may go wrong by the moment, whatever the instant. */
  void probeState(Moment moment) {
    for (Known each : known) {
      Guards.probe(each.index.stateGuards, each.view, moment);
    }
  }

  /** Looks at what may go wrong by the instant. */
  void probeClock(Moment moment) {
    for (Known each : known) {
      Guards.probe(each.index.clockGuards, each.view, moment);
    }
  }

  /** Whether some member opened the approval at all: else nothing of it stands. */
  boolean isOpened(String approval, AuthoritySnapshot state) {
    for (Known each : known) {
      if (state.isOpenedBy(approval, each.view.principal)) {
        return true;
      }
    }
    return false;
  }
}
