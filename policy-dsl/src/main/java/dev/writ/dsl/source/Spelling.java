package dev.writ.dsl.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that somebody probably meant.
 *
 * <p>The distance is that of Damerau and Levenshtein in its restricted form (insert, delete,
 * replace, swap neighbours), compared without regard to ASCII case. Stateless.
 */
public final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * Returns the candidate nearest to a word, if one is near enough to suggest.
   *
   * <p>Near enough is one edit for up to four letters, two for up to eight, three beyond. Among
   * equals the first in alphabetical order wins, so the answer does not depend on the collection's
   * order.
   */
  public static Optional<String> closest(String word, Collection<String> candidates) {
    int best = (word.length() <= 4 ? 1 : word.length() <= 8 ? 2 : 3) + 1;
    String found = null;
    for (String candidate : candidates) {
      int distance = distance(word, candidate);
      if (distance < best
          || (distance == best && found != null && candidate.compareTo(found) < 0)) {
        best = distance;
        found = candidate;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Returns the help line "did you mean `x`?" for the nearest candidate, if there is one. */
  public static Optional<String> didYouMean(String word, Collection<String> candidates) {
    return closest(word, candidates).map(found -> "did you mean `" + found + "`?");
  }

  /** Returns the edit distance of two words; words too long to be names count as far apart. */
  static int distance(String left, String right) {
    if (left.length() > LONGEST || right.length() > LONGEST) {
      return Integer.MAX_VALUE;
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
