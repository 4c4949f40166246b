package dev.writ.core.plan;

import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ranges of ordered values, by a segment tree over the boundaries of all: a range is the union of
 * at most two nodes a level, a value lies in one node a level, and the number of a node is what is
 * asked for and met.
 */
final class RangeVocabulary implements Vocabulary {
  private final TreeSet<Long> starts = new TreeSet<>(List.of(Long.MIN_VALUE));
  private final TreeSet<Integer> asked = new TreeSet<>();
  private int ranges;
  private long @Nullable [] sorted;
  private int leaves;

  private static Anchor.Within within(Anchor anchor) {
    if (anchor instanceof Anchor.Within range) {
      return range;
    }
    throw new IllegalArgumentException("no range: " + anchor);
  }

  @Override
  public void add(Anchor anchor) {
    Anchor.Within range = within(anchor);
    starts.add(range.from());
    if (range.to() < Long.MAX_VALUE) {
      starts.add(range.to() + 1);
    }
    ranges++;
  }

  /** Where each leaf of the tree starts; the last leaves may be beyond all. */
  private long[] sorted() {
    long[] known = sorted;
    if (known == null) {
      known = starts.stream().mapToLong(Long::longValue).toArray();
      leaves = Math.max(1, Integer.highestOneBit(Math.max(1, 2 * known.length - 1)));
      sorted = known;
    }
    return known;
  }

  private static int leaf(long[] sorted, long rank) {
    int at = Arrays.binarySearch(sorted, rank);
    return at < 0 ? -at - 2 : at;
  }

  @Override
  public List<Integer> numbers(Anchor anchor) {
    Anchor.Within range = within(anchor);
    long[] known = sorted();
    List<Integer> nodes = new ArrayList<>();
    if (range.from() > range.to()) {
      return nodes;
    }
    int low = leaf(known, range.from()) + leaves;
    int high = leaf(known, range.to()) + leaves + 1;
    for (; low < high; low /= 2, high /= 2) {
      if (low % 2 == 1) {
        nodes.add(low++);
      }
      if (high % 2 == 1) {
        nodes.add(--high);
      }
    }
    asked.addAll(nodes);
    return nodes;
  }

  @Override
  public int size() {
    return ranges;
  }

  @Override
  public Tokens tokens(Node attribute) {
    long[] known = sorted();
    int[][] met = new int[known.length][];
    for (int leaf = 0; leaf < known.length; leaf++) {
      List<Integer> path = new ArrayList<>();
      for (int node = leaf + leaves; node > 0; node /= 2) {
        if (asked.contains(node)) {
          path.add(node);
        }
      }
      met[leaf] = path.stream().mapToInt(Integer::intValue).toArray();
    }
    return (view, moment) -> {
      Value value = attribute.value(view, moment, Node.NO_LOCALS);
      return value == null ? Tokens.NONE : met[leaf(known, NumberOps.rank(value))];
    };
  }
}
