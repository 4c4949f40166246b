package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import java.util.Set;
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
    Moment quick = Moment.quick(session, now, Consents.NONE);
    if (!question.faulty) {
      try {
        Moment moment = holding(quick);
        question.probe(moment);
        return new Run(question, state, moment, hash).answer();
      } catch (FaultSignal fault) {
        // what went wrong is listed by a careful run
      }
    }
    return new Run(question, state, holding(quick.careful(new Findings())), hash).answer();
  }

  private Moment holding(Moment moment) {
    Holdings holdings =
        new Holdings(code, question, state, moment.quick ? moment.probing() : moment);
    return moment.with(new HeldConsents(holdings, Set.of(), moment));
  }
}
