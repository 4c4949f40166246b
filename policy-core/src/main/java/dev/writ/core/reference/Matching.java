package dev.writ.core.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Bipartite matching of votes to seats, each seat taken by one vote and each vote in at most one
 * seat (Kuhn's augmenting paths).
 */
final class Matching {
  private final BiPredicate<Integer, Integer> fits;
  private final int[] seatOfVote;

  private Matching(int votes, BiPredicate<Integer, Integer> fits) {
    this.fits = fits;
    seatOfVote = new int[votes];
    Arrays.fill(seatOfVote, -1);
  }

  /**
   * Whether every seat can be taken.
   *
   * @param seats how many seats
   * @param votes how many votes
   * @param fits whether a vote (first) may take a seat (second)
   */
  static boolean fillsAll(int seats, int votes, BiPredicate<Integer, Integer> fits) {
    if (seats > votes) {
      return false;
    }
    Matching matching = new Matching(votes, fits);
    for (int seat = 0; seat < seats; seat++) {
      if (!matching.augment(seat, new boolean[votes])) {
        return false;
      }
    }
    return true;
  }

  private boolean augment(int seat, boolean[] seen) {
    for (int vote : fitting(seat)) {
      if (seen[vote]) {
        continue;
      }
      seen[vote] = true;
      if (seatOfVote[vote] < 0 || augment(seatOfVote[vote], seen)) {
        seatOfVote[vote] = seat;
        return true;
      }
    }
    return false;
  }

  private List<Integer> fitting(int seat) {
    List<Integer> votes = new ArrayList<>();
    for (int vote = 0; vote < seatOfVote.length; vote++) {
      if (fits.test(vote, seat)) {
        votes.add(vote);
      }
    }
    return votes;
  }
}
