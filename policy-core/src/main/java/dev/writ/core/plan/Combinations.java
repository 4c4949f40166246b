package dev.writ.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that were met together, each combination with a number of its own, so that a run tells what
 * it met by one number and finds the answer by it. A combination is made when it is first met;
 * where they become very many, all are forgotten and begin anew, under other numbers. Thread-safe:
 * nothing is ever told of a number but what it was made for.
 */
final class Combinations {
  /** What has no number: too many were made. */
  static final int LOST = Integer.MIN_VALUE;

  private static final int MOST = 8_192;
  private static final int LEAST = 16;

  /** A power of two long, at most half full; linear probing. What it holds is immutable. */
  private @Nullable Combination[] table = new Combination[LEAST];

  private int size; // guarded by this

  /** By how much less than the first one a number is, its rules. Guarded by this. */
  private final List<int[]> rules = new ArrayList<>();

  /** The number of the first combination that is not forgotten; others go down from it. */
  private int first = SliceIndex.NONE - 1; // guarded by this

  /** What a rule makes of what was met before it. */
  private record Combination(int before, int rule, int number) {}

  /**
   * What was met when a rule is met.
   *
   * @param before a rule or the number of a combination
   * @return the number of both together; {@code before} where the rule is part of it
   */
  int with(int before, int rule) {
    if (before == rule || before == LOST) {
      return before;
    }
    @Nullable Combination[] known = table;
    Combination found = known[place(known, before, rule)];
    return found == null ? make(before, rule) : found.number;
  }

  /** The rules of a combination in their order, or null where it was forgotten. */
  synchronized int @Nullable [] rules(int number) {
    int at = first - number;
    return at < 0 || at >= rules.size() ? null : rules.get(at);
  }

  private static int place(@Nullable Combination[] table, int before, int rule) {
    int last = table.length - 1;
    long mixed = ((long) before << 32 | rule) * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & last;
    for (Combination there = table[at];
        there != null && (there.before != before || there.rule != rule);
        there = table[at]) {
      at = (at + 1) & last;
    }
    return at;
  }

  private synchronized int make(int before, int rule) {
    int at = place(table, before, rule);
    Combination known = table[at];
    if (known != null) {
      return known.number;
    }
    int[] all = before >= 0 ? new int[] {before} : rules(before);
    if (all == null || first - rules.size() <= LOST + MOST) {
      return LOST;
    }
    boolean among = Arrays.binarySearch(all, rule) >= 0;
    makeRoom();
    int number = before;
    if (!among) {
      number = first - rules.size();
      rules.add(with(all, rule));
    }
    table[place(table, before, rule)] = new Combination(before, rule, number);
    size++;
    return number;
  }

  private static int[] with(int[] rules, int rule) {
    int[] more = Arrays.copyOf(rules, rules.length + 1);
    more[rules.length] = rule;
    Arrays.sort(more);
    return more;
  }

  private synchronized void makeRoom() {
    if (size == MOST) {
      first -= rules.size();
      rules.clear();
      size = 0;
      table = new Combination[LEAST];
    } else if (2 * size >= table.length) {
      @Nullable Combination[] wider = new Combination[2 * table.length];
      for (Combination each : table) {
        if (each != null) {
          wider[place(wider, each.before, each.rule)] = each;
        }
      }
      table = wider;
    }
  }
}
