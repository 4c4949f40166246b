package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Spending;
import dev.writ.core.ir.Approval.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
      if (held.size() == 0 || bare.isPermit()) {
        return Program.answer(question, bare);
      }
    }
    Settled whole = tried(found, consents, held.covered(0, consents));
    return whole.isPermit() ? naming(found) : Program.answer(question, whole);
  }

  /** What is settled where these members are covered, of which nothing is told as spent. */
  private Settled tried(Found found, HeldConsents consents, int covered) {
    long key = HeldKey.tried(covered, consents.mayBeSpent());
    Settled settled = found.find(key);
    return settled == null ? run(found, key, consents, covered, NOTHING) : settled;
  }

  private Settled run(
      Found found, long key, HeldConsents consents, int covered, List<HeldGrant> spent) {
    Moment told = moment.with(new FixedConsents(consents, covered, spent));
    Answer answer = new Run(question, state, told, hash).answer();
    return key != HeldKey.NONE && found.settles() ? found.keep(key, answer) : found.settled(answer);
  }

  /** What the permit spends. */
  Spending spending() {
    long struck = struck(Found.of(question, moment));
    List<String> grants = new ArrayList<>(2);
    for (int place = 0; place < held.size(); place++) {
      if ((struck >>> place & 1) == 0) {
        grants.add(held.grant(place).id());
      }
    }
    Set<String> others = new TreeSet<>();
    List<String> approvals = left(Kind.APPROVAL, struck, others);
    return new Spending(grants, approvals, left(Kind.CONFIRMATION, struck, others));
  }

  /**
   * What was opened and cannot be struck.
   *
   * @param grants those that are struck
   * @param others what was opened and is struck; what else can be is added
   */
  private List<String> left(Kind kind, long grants, Set<String> others) {
    List<String> left = new ArrayList<>(2);
    for (String id : held.opened(kind)) {
      others.add(id);
      if (!isPermitted(grants, held.without(grants, others))) {
        others.remove(id);
        left.add(id);
      }
    }
    return left;
  }

  /** The grants that can be struck, one after another. */
  private long struck(Found found) {
    long struck = 0;
    for (int place = 0; place < held.size(); place++) {
      long without = struck | 1L << place;
      if (isPermittedWithout(without, found)) {
        struck = without;
      }
    }
    return struck;
  }

  /** The permit, naming the grants that cannot be struck. */
  private Answer naming(Found found) {
    long struck = struck(found);
    List<HeldGrant> spent = new ArrayList<>(2);
    long key = HeldKey.spending(held.consents.mayBeSpent());
    for (int place = 0; place < held.size(); place++) {
      if ((struck >>> place & 1) == 0) {
        spent.add(held.grant(place));
        key = HeldKey.with(key, held.grant(place), held.covers(place));
      }
    }
    Settled settled = key == HeldKey.NONE ? null : found.find(key);
    if (settled == null) {
      int covered = held.covered(0, held.consents);
      settled = run(found, key, held.consents, covered, spent);
    }
    return Program.answer(question, settled);
  }

  private boolean isPermittedWithout(long struck, Found found) {
    if (!held.decidesConditions()) {
      return tried(found, held.consents, held.covered(struck, held.consents)).isPermit();
    }
    return isPermitted(struck, held.without(struck, Set.of()));
  }

  private boolean isPermitted(long struck, HeldConsents others) {
    Found then = Found.of(question, moment.with(others));
    return tried(then, others, held.covered(struck, others)).isPermit();
  }
}
