package dev.writ.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether votes fill clauses, each vote at most one of them.
 *
 * <p>Clauses that ask for no elements are seats, and votes are matched to them. A {@code for each}
 * is a set cover, so it is searched: the element with the fewest votes to choose from is given one,
 * and so on; a branch ends where the seats can no longer be taken. A search beyond {@link #STEPS}
 * steps finds nothing: its order, that of clauses, elements and votes, is part of the meaning.
 * Mutable, for one thread.
 */
final class Fill {
  static final int STEPS = 5_000;

  private final List<BitSet[]> votes;
  private final int[] seats;
  private final boolean[] taken;
  private final boolean[][] barred;
  private final int[][] missing;
  private int steps;

  private Fill(List<Electors.Need> needs, List<BitSet[]> votes) {
    this.votes = votes;
    this.seats = seats(needs, votes.size());
    this.taken = new boolean[votes.size()];
    this.barred = new boolean[votes.size()][needs.size()];
    this.missing = new int[needs.size()][];
    for (int c = 0; c < missing.length; c++) {
      Electors.Need need = needs.get(c);
      missing[c] = new int[need.each() ? need.elements() : 0];
      Arrays.fill(missing[c], need.count());
    }
  }

  /**
   * The clause of each seat. More seats than votes need not be told to see that some stay empty.
   */
  private static int[] seats(List<Electors.Need> needs, int votes) {
    List<Integer> seats = new ArrayList<>();
    for (int c = 0; c < needs.size(); c++) {
      int count = needs.get(c).each() ? 0 : Math.min(needs.get(c).count(), votes + 1);
      for (int i = 0; i < count; i++) {
        seats.add(c);
      }
    }
    return seats.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Whether the votes fill the clauses; nothing fills no clauses, or one without elements.
   *
   * @param all whether all clauses must be filled, or any one of them
   * @param votes by clause the elements that each fits, one vote for each person
   */
  static boolean fills(boolean all, List<Electors.Need> needs, List<BitSet[]> votes) {
    boolean some = false;
    boolean every = !needs.isEmpty();
    for (int c = 0; c < needs.size(); c++) {
      some |= !all && alone(c, needs.get(c), votes);
      every &= needs.get(c).elements() > 0;
    }
    return all ? every && new Fill(needs, votes).search() : some;
  }

  private static boolean alone(int clause, Electors.Need need, List<BitSet[]> votes) {
    for (int e = 0; e < need.elements(); e++) {
      int fitting = 0;
      for (BitSet[] vote : votes) {
        fitting += vote[clause].get(e) ? 1 : 0;
      }
      if (fitting < need.count()) {
        return false;
      }
    }
    return need.elements() > 0;
  }

  /** An element that still misses votes, and those it can choose from. */
  private record Place(int clause, int element, List<Integer> votes, int slack) {}

  private boolean search() {
    if (++steps > STEPS || !seatsCanBeTaken()) {
      return false;
    }
    Place tightest = tightest();
    return tightest == null || (tightest.slack() >= 0 && tryVotes(tightest));
  }

  private @Nullable Place tightest() {
    Place tightest = null;
    for (int c = 0; c < missing.length; c++) {
      for (int e = 0; e < missing[c].length; e++) {
        if (missing[c][e] > 0) {
          List<Integer> fitting = fitting(c, e);
          int slack = fitting.size() - missing[c][e];
          if (tightest == null || slack < tightest.slack()) {
            tightest = new Place(c, e, fitting, slack);
          }
        }
      }
    }
    return tightest;
  }

  private List<Integer> fitting(int clause, int element) {
    List<Integer> fitting = new ArrayList<>();
    for (int v = 0; v < taken.length; v++) {
      if (!taken[v] && !barred[v][clause] && votes.get(v)[clause].get(element)) {
        fitting.add(v);
      }
    }
    return fitting;
  }

  private boolean tryVotes(Place place) {
    int clause = place.clause();
    int tried = 0;
    boolean found = false;
    while (!found && tried < place.votes().size()) {
      int vote = place.votes().get(tried);
      assign(vote, clause, -1);
      found = search();
      assign(vote, clause, 1);
      barred[vote][clause] = !found;
      tried += found ? 0 : 1;
    }
    place.votes().subList(0, tried).forEach(vote -> barred[vote][clause] = false);
    return found;
  }

  private void assign(int vote, int clause, int change) {
    taken[vote] = change < 0;
    votes.get(vote)[clause].stream().forEach(element -> missing[clause][element] += change);
  }

  /** Matches votes that are not taken to seats, by augmenting paths. */
  private boolean seatsCanBeTaken() {
    if (seats.length > taken.length) {
      return false;
    }
    int[] seatOf = new int[taken.length];
    Arrays.fill(seatOf, -1);
    for (int seat = 0; seat < seats.length; seat++) {
      if (!takes(seat, seatOf, new boolean[taken.length])) {
        return false;
      }
    }
    return true;
  }

  private boolean takes(int seat, int[] seatOf, boolean[] seen) {
    for (int v = 0; v < taken.length; v++) {
      if (!taken[v] && !seen[v] && votes.get(v)[seats[seat]].get(0)) {
        seen[v] = true;
        if (seatOf[v] < 0 || takes(seatOf[v], seatOf, seen)) {
          seatOf[v] = seat;
          return true;
        }
      }
    }
    return false;
  }
}
