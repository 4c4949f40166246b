package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a request whose members hold grants, or that reads approvals while some are open.
 *
 * @param session the session of the request, or null
 * @param now epoch milliseconds
 * @param hash of the policy set
 */
record HeldDecision(
    AuthorityCode code,
    Question question,
    AuthoritySnapshot state,
    @Nullable SessionRecord session,
    long now,
    String hash) {

  Answer answer() {
    return result(Run::answer);
  }

  /** The answer of a careful run. */
  Answer careful() {
    return careful(Run::answer);
  }

  /** What a permit changes once it is authorised; nothing for a denial. */
  Writes writes() {
    return result(Run::writes);
  }

  private <T> T result(Function<Run, T> asked) {
    Moment quick = Moment.quick(session, now, Consents.NONE);
    if (!question.faulty) {
      try {
        Moment moment = holding(quick);
        question.probe(moment.probing());
        return asked.apply(new Run(question, state, moment, hash));
      } catch (FaultSignal fault) {
        // what went wrong is listed by a careful run
      }
    }
    return careful(asked);
  }

  private <T> T careful(Function<Run, T> asked) {
    Moment quick = Moment.quick(session, now, Consents.NONE);
    Moment careful = holding(quick.careful(new Findings()));
    return asked.apply(new Run(question, state, careful, hash));
  }

  private Moment holding(Moment moment) {
    Candidates candidates = new Candidates(code, state);
    List<List<GrantRecord>> grants = new ArrayList<>();
    for (Known known : question.known) {
      grants.add(candidates.of(known));
    }
    Holdings holdings =
        new HoldingsReading(
                code, question, state, moment.quick ? moment.probing() : moment, new Lasting(now))
            .read(grants);
    return moment.with(new HeldConsents(holdings, Set.of(), Set.of(), moment));
  }
}
