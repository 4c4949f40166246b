package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.IrText;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Quorum.Clause;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of an approval or review, over the facts of now: type, group, suspension and
 * exclusions are those of the decision, {@code when} is that of the vote.
 */
final class QuorumElectorate implements Electorate {
  private final Reading reading;
  private final People people;
  private final Quorum quorum;
  private final Exclusions exclusions;
  private final List<Elements> elements;

  QuorumElectorate(Reading reading, Quorum quorum, Exclusions exclusions) {
    this.reading = reading;
    this.people = new People(reading);
    this.quorum = quorum;
    this.exclusions = exclusions;
    this.elements = quorum.clauses().stream().map(this::elements).toList();
  }

  /**
   * The readings of a clause, one for each element of its set.
   *
   * @param readings one where the clause has no {@code for each}
   * @param known whether the set could be read
   */
  private record Elements(List<Reading> readings, boolean known) {
    Elements {
      readings = List.copyOf(readings);
    }
  }

  private Elements elements(Clause clause) {
    Quorum.ForEach each = clause.forEach();
    if (each == null) {
      return new Elements(List.of(reading), true);
    }
    return reading.value(each.set()) instanceof Result.Found found
            && found.value() instanceof SetValue set
        ? new Elements(
            set.elements().stream().map(e -> reading.with(each.local(), e)).toList(), true)
        : new Elements(List.of(), false);
  }

  @Override
  public boolean all() {
    return quorum.all();
  }

  @Override
  public List<ClauseNeed> needs() {
    return IntStream.range(0, elements.size()).mapToObj(this::need).toList();
  }

  private ClauseNeed need(int position) {
    Clause clause = quorum.clauses().get(position);
    return clause.forEach() == null
        ? ClauseNeed.of(clause.count())
        : ClauseNeed.forEach(clause.count(), elements.get(position).readings().size());
  }

  @Override
  public int vetoAt(int clause) {
    return quorum.clauses().get(clause).vetoAt();
  }

  @Override
  public Filling.VoteFit fit(EntityId voter, Set<Integer> held) {
    boolean may =
        people.isHuman(voter)
            && !people.person(voter).failed()
            && people.suspended(voter) == Truth.FALSE
            && exclusions.excludes(voter) == Truth.FALSE;
    List<BitSet> fits = new ArrayList<>();
    for (int position = 0; position < elements.size(); position++) {
      fits.add(may && held(position, held) ? fits(voter, position) : new BitSet());
    }
    return new Filling.VoteFit(fits);
  }

  private boolean held(int position, Set<Integer> held) {
    return quorum.clauses().get(position).when() == null || held.contains(position);
  }

  /** The elements in whose groups the voter certainly is. */
  private BitSet fits(EntityId voter, int position) {
    List<Reading> readings = elements.get(position).readings();
    BitSet fits = new BitSet();
    for (int e = 0; e < readings.size(); e++) {
      fits.set(e, belongs(voter, quorum.clauses().get(position), readings.get(e)) == Truth.TRUE);
    }
    return fits;
  }

  @Override
  public Truth mayRefuse(EntityId voter, int position, Set<Integer> held) {
    if (!people.isHuman(voter) || !held(position, held)) {
      return Truth.FALSE;
    }
    Clause clause = quorum.clauses().get(position);
    Truth belongs = elements.get(position).known() ? Truth.FALSE : Truth.ERROR;
    for (Reading element : elements.get(position).readings()) {
      belongs = belongs.or(belongs(voter, clause, element));
    }
    return belongs.and(people.suspended(voter).not()).and(exclusions.excludes(voter).not());
  }

  private Truth belongs(EntityId voter, Clause clause, Reading element) {
    if (!clause.types().contains(voter.type())) {
      return Truth.FALSE;
    }
    Quorum.@Nullable Membership membership = clause.membership();
    if (membership == null) {
      return Truth.TRUE;
    }
    Truth in = Truth.FALSE;
    for (Expr group : membership.groups()) {
      in = in.or(in(voter, group, element));
    }
    return membership.in() ? in : in.not();
  }

  private static Truth in(EntityId voter, Expr group, Reading element) {
    return element.value(group) instanceof Result.Found found
        ? element.in(voter, found.value())
        : Truth.ERROR;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A {@code when} that reads the element of a {@code for each} must hold for all elements in
   * whose groups the voter is.
   */
  @Override
  public SortedSet<Integer> holding(EntityId voter) {
    SortedSet<Integer> holding = new TreeSet<>();
    for (int position = 0; position < elements.size(); position++) {
      Expr when = quorum.clauses().get(position).when();
      BitSet fits = fits(voter, position);
      List<Reading> readings = elements.get(position).readings();
      if (when != null
          && !fits.isEmpty()
          && fits.stream().allMatch(e -> readings.get(e).by(voter).truth(when) == Truth.TRUE)) {
        holding.add(position);
      }
    }
    return holding;
  }

  @Override
  public String barrier(EntityId voter) {
    if (!people.isHuman(voter)) {
      return "not of a human type";
    }
    if (people.person(voter).failed()) {
      return "which person that is cannot be told";
    }
    if (people.suspended(voter) != Truth.FALSE) {
      return "suspended";
    }
    return exclusions.barrier(voter).orElseGet(() -> unasked(voter));
  }

  private String unasked(EntityId voter) {
    return IntStream.range(0, elements.size())
        .filter(position -> !fits(voter, position).isEmpty())
        .mapToObj(position -> quorum.clauses().get(position).when())
        .filter(Objects::nonNull)
        .map(when -> "`" + IrText.of(when) + "` does not hold now")
        .findFirst()
        .orElse("asked by none of its clauses");
  }
}
