package dev.writ.core.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether votes fill the clauses of a quorum.
 *
 * <p><b>One vote, one clause.</b> Where all clauses are asked for, votes are assigned so that as
 * much is filled as can be: clauses without {@code for each} by bipartite matching ({@link
 * Matching}), {@code for each} clauses by votes that each cover every element they fit.
 *
 * <p><b>Search.</b> Covering is a set cover and has no fast method, so it is searched: take the
 * element with the fewest votes to choose from, give it one, go on; a branch ends where the clauses
 * without {@code for each} cannot be filled by the votes left over. A search beyond {@link #STEPS}
 * steps answers no: what was not found is not approved.
 *
 * <p><b>Nothing fills nothing.</b> A quorum without clauses and a {@code for each} over the empty
 * set cannot be filled.
 */
final class Filling {
  static final int STEPS = 5_000;

  private final List<VoteFit> votes;
  private final int[] seats;
  private final boolean[] taken;
  private final boolean[][] barred;
  private final int[][] missing;
  private int steps;

  private Filling(List<ClauseNeed> clauses, List<VoteFit> votes) {
    this.votes = votes;
    seats =
        IntStream.range(0, clauses.size())
            .filter(c -> !clauses.get(c).each())
            .flatMap(c -> IntStream.range(0, bounded(clauses.get(c).count())).map(i -> c))
            .toArray();
    taken = new boolean[votes.size()];
    barred = new boolean[votes.size()][clauses.size()];
    missing = new int[clauses.size()][];
    for (int c = 0; c < missing.length; c++) {
      ClauseNeed clause = clauses.get(c);
      missing[c] = new int[clause.each() ? clause.elements() : 0];
      Arrays.fill(missing[c], clause.count());
    }
  }

  /** More seats than votes need not be built to see that they stay empty. */
  private int bounded(int count) {
    return Math.min(count, votes.size() + 1);
  }

  /**
   * Which elements of which clauses one vote fits.
   *
   * @param elements by position of the clause; in a clause without {@code for each} the element 0
   */
  record VoteFit(List<BitSet> elements) {
    VoteFit {
      elements = elements.stream().map(set -> (BitSet) set.clone()).toList();
    }

    boolean fits(int clause, int element) {
      return elements.get(clause).get(element);
    }

    /** Whether it fits anything. */
    boolean fitsSome() {
      return elements.stream().anyMatch(set -> !set.isEmpty());
    }
  }

  /**
   * Whether the votes fill the clauses.
   *
   * @param all whether all clauses must be filled, or any one of them
   * @param votes one for each person
   */
  static boolean fills(boolean all, List<ClauseNeed> clauses, List<VoteFit> votes) {
    if (clauses.isEmpty()) {
      return false;
    }
    return all
        ? clauses.stream().allMatch(clause -> clause.elements() > 0)
            && new Filling(clauses, votes).search()
        : IntStream.range(0, clauses.size()).anyMatch(c -> alone(c, clauses.get(c), votes));
  }

  private static boolean alone(int position, ClauseNeed clause, List<VoteFit> votes) {
    return clause.elements() > 0
        && IntStream.range(0, clause.elements())
            .allMatch(
                element ->
                    votes.stream().filter(vote -> vote.fits(position, element)).count()
                        >= clause.count());
  }

  /** An element of a {@code for each} clause that still misses votes. */
  private record Place(int clause, int element, List<Integer> candidates) {}

  private boolean search() {
    if (++steps > STEPS || !seatsCanBeTaken()) {
      return false;
    }
    List<Place> open = openPlaces();
    if (open.isEmpty()) {
      return true;
    }
    Place place = Collections.min(open, Comparator.comparingInt(this::slack));
    return slack(place) >= 0 && tryCandidates(place);
  }

  /** How many of its candidates a place can do without. */
  private int slack(Place place) {
    return place.candidates().size() - missing[place.clause()][place.element()];
  }

  private boolean tryCandidates(Place place) {
    List<Integer> tried = new ArrayList<>();
    boolean found = false;
    for (int vote : place.candidates()) {
      assign(vote, place.clause(), -1);
      found = search();
      assign(vote, place.clause(), 1);
      if (found) {
        break;
      }
      barred[vote][place.clause()] = true;
      tried.add(vote);
    }
    tried.forEach(vote -> barred[vote][place.clause()] = false);
    return found;
  }

  private void assign(int vote, int clause, int change) {
    taken[vote] = change < 0;
    votes.get(vote).elements().get(clause).stream()
        .forEach(element -> missing[clause][element] += change);
  }

  private List<Place> openPlaces() {
    List<Place> open = new ArrayList<>();
    for (int c = 0; c < missing.length; c++) {
      for (int e = 0; e < missing[c].length; e++) {
        if (missing[c][e] > 0) {
          open.add(new Place(c, e, candidates(c, e)));
        }
      }
    }
    return open;
  }

  private List<Integer> candidates(int clause, int element) {
    return IntStream.range(0, taken.length)
        .filter(v -> !taken[v] && !barred[v][clause] && votes.get(v).fits(clause, element))
        .boxed()
        .toList();
  }

  private boolean seatsCanBeTaken() {
    return Matching.fillsAll(
        seats.length,
        taken.length,
        (vote, seat) -> !taken[vote] && votes.get(vote).fits(seats[seat], 0));
  }
}
