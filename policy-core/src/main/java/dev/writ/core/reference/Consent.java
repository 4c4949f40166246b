package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The one voice of a confirmation: the origin, human and not the principal. People are compared, so
 * an origin that is the principal under another name consents to nothing. Its refusal is a veto.
 * The exclusions of approvals do not apply.
 */
final class Consent implements Electorate {
  private final People people;
  private final EntityId principal;
  private final EntityId origin;

  Consent(Reading reading) {
    people = new People(reading);
    principal = reading.environment().principal();
    origin = reading.environment().origin();
  }

  /** Whether there is somebody who could consent. */
  boolean possible() {
    return people.isHuman(origin) && people.same(origin, principal) == Truth.FALSE;
  }

  @Override
  public List<ClauseNeed> needs() {
    return List.of(ClauseNeed.of(1));
  }

  @Override
  public boolean all() {
    return true;
  }

  @Override
  public int vetoAt(int clause) {
    return 1;
  }

  @Override
  public Filling.VoteFit fit(EntityId voter, Set<Integer> held) {
    BitSet fits = new BitSet();
    fits.set(0, possible() && speaks(voter).and(people.suspended(voter).not()) == Truth.TRUE);
    return new Filling.VoteFit(List.of(fits));
  }

  @Override
  public Truth mayRefuse(EntityId voter, int clause, Set<Integer> held) {
    return speaks(voter).and(people.suspended(voter).not());
  }

  private Truth speaks(EntityId voter) {
    return people.isHuman(voter) ? people.same(voter, origin) : Truth.FALSE;
  }

  @Override
  public SortedSet<Integer> holding(EntityId voter) {
    return Collections.unmodifiableSortedSet(new TreeSet<>());
  }

  @Override
  public String barrier(EntityId voter) {
    if (!possible()) {
      return "`" + origin + "` cannot confirm what it does itself or without being a person";
    }
    return speaks(voter) == Truth.TRUE
        ? "suspended"
        : "only `" + origin + "`, for whom it is done, is asked";
  }
}
