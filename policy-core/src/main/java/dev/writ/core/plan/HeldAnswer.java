package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * A quick decision where something is held.
 *
 * <p>Those grants are spent without which the request is not permitted, after others were struck.
 * Whether it is, is told by what is true and which members are covered, so by an answer that was
 * kept; conditions are evaluated once more only where they name what is struck.
 *
 * @param state the state of authority
 * @param moment quick, whose consents are those that are held
 * @param hash of the policy set
 */
record HeldAnswer(
    Question question, AuthoritySnapshot state, Moment moment, Held held, String hash) {

  private static final List<HeldGrant> NOTHING = List.of();

  Answer answer() {
    Found found = Found.of(question, moment);
    HeldConsents consents = held.consents;
    if (!held.decidesConditions()) {
      Settled bare = tried(found, consents, 0);
      if (held.size() == 0 || isPermit(bare)) {
        return Program.answer(question, bare);
      }
    }
    Settled whole = tried(found, consents, held.covered(0, consents));
    return isPermit(whole) ? spending(found) : Program.answer(question, whole);
  }

  private static boolean isPermit(Settled settled) {
    return settled.answer.verdict().effect() == Effect.PERMIT;
  }

  /** What is settled where these members are covered, of which nothing is told as spent. */
  private Settled tried(Found found, HeldConsents consents, int covered) {
    long key = HeldKey.tried(covered, consents.mayBeSpent());
    Settled settled = found.settles() ? found.find(key) : null;
    return settled == null ? run(found, key, consents, covered, NOTHING) : settled;
  }

  private Settled run(
      Found found, long key, HeldConsents consents, int covered, List<HeldGrant> spent) {
    Moment told = moment.with(new FixedConsents(consents, covered, spent));
    Answer answer = new Run(question, state, told, hash).answer();
    return found.settles() && key != HeldKey.NONE ? found.keep(key, answer) : found.settled(answer);
  }

  /** The permit, naming the grants that cannot be struck. */
  private Answer spending(Found found) {
    long struck = 0;
    List<HeldGrant> spent = new ArrayList<>(2);
    long key = HeldKey.spending(held.consents.mayBeSpent());
    for (int place = 0; place < held.size(); place++) {
      long without = struck | 1L << place;
      if (isPermittedWithout(without, found)) {
        struck = without;
      } else {
        spent.add(held.grant(place));
        key = HeldKey.with(key, held.grant(place), held.covers(place));
      }
    }
    Settled settled = found.settles() && key != HeldKey.NONE ? found.find(key) : null;
    if (settled == null) {
      int covered = held.covered(0, held.consents);
      settled = run(found, key, held.consents, covered, spent);
    }
    return Program.answer(question, settled);
  }

  private boolean isPermittedWithout(long struck, Found found) {
    if (!held.decidesConditions()) {
      return isPermit(tried(found, held.consents, held.covered(struck, held.consents)));
    }
    HeldConsents others = held.without(struck);
    Found then = Found.of(question, moment.with(others));
    return isPermit(tried(then, others, held.covered(struck, others)));
  }
}
