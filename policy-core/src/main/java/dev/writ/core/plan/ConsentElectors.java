package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The one voice of a confirmation: the origin, human and not the principal under any name. */
final class ConsentElectors implements Electors {
  private final Persons persons;
  private final EntityId principal;
  private final EntityId origin;

  ConsentElectors(Persons persons, View view) {
    this.persons = persons;
    this.principal = view.principal;
    this.origin = view.origin();
  }

  @Override
  public List<Need> needs() {
    return List.of(new Need(1, 1, false));
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
  public BitSet[] fit(EntityId voter, Set<Integer> held) {
    BitSet fits = new BitSet();
    boolean possible = persons.isHuman(origin) && persons.same(origin, principal) == Truth.FALSE;
    fits.set(0, possible && mayRefuse(voter, 0, held) == Truth.TRUE);
    return new BitSet[] {fits};
  }

  @Override
  public Truth mayRefuse(EntityId voter, int clause, Set<Integer> held) {
    Truth speaks = persons.isHuman(voter) ? persons.same(voter, origin) : Truth.FALSE;
    return speaks.and(persons.suspended(voter).not());
  }
}
