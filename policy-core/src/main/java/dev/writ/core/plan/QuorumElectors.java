package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Quorum;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of an approval over the facts of now: type, group, suspension and exclusions are
 * those of the decision, {@code when} is that of the vote.
 */
final class QuorumElectors implements Electors {
  private static final Value[] NONE = Node.NO_LOCALS;

  private final HearingCode code;
  private final Persons persons;
  private final Excluded excluded;
  private final Reader reader;
  private final List<Elements> elements = new ArrayList<>();

  /**
   * The elements of a clause, as the variables of its groups; one without a variable where there is
   * no {@code for each}.
   */
  private record Elements(List<Value[]> locals, boolean known) {}

  QuorumElectors(HearingCode code, Persons persons, Excluded excluded, Reader reader) {
    this.code = code;
    this.persons = persons;
    this.excluded = excluded;
    this.reader = reader;
    code.clauses().forEach(clause -> elements.add(elements(clause.set())));
  }

  private Elements elements(@Nullable Node set) {
    if (set == null) {
      return new Elements(List.<Value[]>of(NONE), true);
    }
    return reader.value(set) instanceof SetValue known
        ? new Elements(known.elements().stream().map(each -> new Value[] {each}).toList(), true)
        : new Elements(List.of(), false);
  }

  private Quorum.Clause clause(int position) {
    return code.clauses().get(position).text();
  }

  @Override
  public List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      Quorum.Clause clause = clause(i);
      needs.add(
          new Need(clause.count(), elements.get(i).locals().size(), clause.forEach() != null));
    }
    return needs;
  }

  @Override
  public boolean all() {
    return code.all();
  }

  @Override
  public int vetoAt(int clause) {
    return clause(clause).vetoAt();
  }

  @Override
  public BitSet[] fit(EntityId voter, Set<Integer> held) {
    boolean may =
        persons.isHuman(voter)
            && persons.person(voter) != null
            && persons.suspended(voter) == Truth.FALSE
            && excluded.excludes(voter) == Truth.FALSE;
    BitSet[] fits = new BitSet[elements.size()];
    for (int i = 0; i < fits.length; i++) {
      fits[i] = new BitSet();
      if (may && held(i, held)) {
        List<Value[]> locals = elements.get(i).locals();
        for (int e = 0; e < locals.size(); e++) {
          fits[i].set(e, belongs(voter, i, locals.get(e)) == Truth.TRUE);
        }
      }
    }
    return fits;
  }

  private boolean held(int position, Set<Integer> held) {
    return clause(position).when() == null || held.contains(position);
  }

  @Override
  public Truth mayRefuse(EntityId voter, int position, Set<Integer> held) {
    if (!persons.isHuman(voter) || !held(position, held)) {
      return Truth.FALSE;
    }
    Truth belongs = elements.get(position).known() ? Truth.FALSE : Truth.ERROR;
    for (Value[] element : elements.get(position).locals()) {
      belongs = belongs.or(belongs(voter, position, element));
    }
    return belongs.and(persons.suspended(voter).not()).and(excluded.excludes(voter).not());
  }

  private Truth belongs(EntityId voter, int position, Value[] element) {
    Quorum.Membership where = clause(position).membership();
    if (!clause(position).types().contains(voter.type()) || where == null) {
      return Truth.of(clause(position).types().contains(voter.type()));
    }
    Truth in = Truth.FALSE;
    for (Node group : code.clauses().get(position).groups()) {
      Value groups = reader.value(group, element);
      in = in.or(groups == null ? Truth.ERROR : reader.in(voter, groups));
    }
    return where.in() ? in : in.not();
  }
}
