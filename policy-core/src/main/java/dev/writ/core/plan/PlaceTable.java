package dev.writ.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rules by the numbers of several values in turn: a trie whose steps stand in one hash table, from
 * a node and a number to the next node. Every node has a list of rules, mostly one. Immutable.
 */
final class PlaceTable {
  static final int ROOT = 0;
  static final int NOWHERE = -1;
  private static final long FREE = -1L;

  /** A power of two long, at most half full; linear probing. */
  private final long[] steps;

  private final int[] targets;

  /** The rule of a node, or less than zero: minus one minus the position in the lists. */
  private final int[] rules;

  private final int[][] lists;

  private PlaceTable(long[] steps, int[] targets, int[] rules, int[][] lists) {
    this.steps = steps;
    this.targets = targets;
    this.rules = rules;
    this.lists = lists;
  }

  /** The node that a number leads to, or {@link #NOWHERE}. */
  int step(int node, int number) {
    long step = step(node, (long) number);
    int mask = steps.length - 1;
    for (int at = hash(step) & mask; steps[at] != FREE; at = (at + 1) & mask) {
      if (steps[at] == step) {
        return targets[at];
      }
    }
    return NOWHERE;
  }

  private static long step(int node, long number) {
    return ((long) node << 32) | number;
  }

  private static int hash(long step) {
    long mixed = step * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  /** How many rules stand at a node. */
  int count(int node) {
    return rules[node] >= 0 ? 1 : lists[-1 - rules[node]].length;
  }

  /** One of the rules at a node. */
  int rule(int node, int position) {
    return rules[node] >= 0 ? rules[node] : lists[-1 - rules[node]][position];
  }

  /** A table while it is built. For one thread. */
  static final class Building {
    private long[] steps = freeSteps(16);
    private int[] targets = new int[16];
    private int[] rules = {-1};
    private int nodes = 1;
    private final List<IntStream.Builder> lists = new ArrayList<>(List.of(IntStream.builder()));

    private static long[] freeSteps(int size) {
      long[] free = new long[size];
      Arrays.fill(free, FREE);
      return free;
    }

    /** The node that a number leads to, made where there is none. */
    int step(int node, int number) {
      long step = PlaceTable.step(node, (long) number);
      int at = find(steps, step);
      if (steps[at] == FREE) {
        if (2 * nodes >= steps.length) {
          grow();
          at = find(steps, step);
        }
        steps[at] = step;
        targets[at] = newNode();
      }
      return targets[at];
    }

    private static int find(long[] steps, long step) {
      int mask = steps.length - 1;
      int at = hash(step) & mask;
      while (steps[at] != FREE && steps[at] != step) {
        at = (at + 1) & mask;
      }
      return at;
    }

    private int newNode() {
      if (nodes == rules.length) {
        rules = Arrays.copyOf(rules, 2 * nodes);
      }
      rules[nodes] = -1;
      return nodes++;
    }

    private void grow() {
      long[] wider = freeSteps(2 * steps.length);
      int[] moved = new int[wider.length];
      for (int i = 0; i < steps.length; i++) {
        if (steps[i] != FREE) {
          int at = find(wider, steps[i]);
          wider[at] = steps[i];
          moved[at] = targets[i];
        }
      }
      steps = wider;
      targets = moved;
    }

    /** Puts a rule at a node. */
    void put(int node, int rule) {
      int before = rules[node];
      if (before == -1) {
        rules[node] = rule;
      } else if (before >= 0) {
        lists.add(IntStream.builder().add(before).add(rule));
        rules[node] = -lists.size();
      } else {
        lists.get(-1 - before).add(rule);
      }
    }

    PlaceTable build() {
      return new PlaceTable(
          steps,
          targets,
          Arrays.copyOf(rules, nodes),
          lists.stream().map(list -> list.build().toArray()).toArray(int[][]::new));
    }
  }
}
