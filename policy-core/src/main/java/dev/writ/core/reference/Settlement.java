package dev.writ.core.reference;

import dev.writ.core.authority.AuthorityEffects;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Spending;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a permit must write: uses spent, limits counted, labels set.
 *
 * @param deliberation what led to the permit
 * @param spending what it spends
 */
record Settlement(Deliberation deliberation, Spending spending) {

  AuthorityEffects effects() {
    return effects(reading -> true);
  }

  /** Whether a later decision may depend on its being written. */
  boolean matters(AuthoritySnapshot state) {
    return !effects(reading -> !reading.limit().observed()).changesNothing(state);
  }

  private AuthorityEffects effects(Predicate<LimitReading> counting) {
    SessionRecord session = deliberation.asked().request().session();
    List<Counter> counters =
        deliberation.limits().readings().stream()
            .filter(counting)
            .flatMap(reading -> reading.counters().stream())
            .toList();
    return new AuthorityEffects(
        spending, counters, session == null ? null : session.id(), deliberation.labels());
  }
}
