package dev.writ.core.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The answers to requests whose principal is of one slice, by what is true on each view: they
 * depend on nothing else as long as nothing counts, nothing is granted and no obligation takes a
 * value from the request. Each is made when it is first met; of very many some are made again. What
 * threads leave to each other is immutable, so a race costs work, never an answer.
 */
final class Settlements {
  private static final int LEAST = 8;
  private static final int MOST = 4096;

  /** How far from its own place an answer may stand. */
  private static final int REACH = 4;

  private @Nullable Settled[] byBits = new Settled[LEAST];
  private @Nullable Settled[] byAll = new Settled[LEAST];
  private final @Nullable Settled[] byRule;

  /**
   * @param rules how many rules there are where they are not among the conditions
   */
  Settlements(int rules) {
    this.byRule = new Settled[rules];
  }

  private static int place(long bits, int rule) {
    return (int) (((bits ^ (long) rule << 32) * 0x9E3779B97F4A7C15L) >>> 32);
  }

  private static int place(Settled settled) {
    return settled.all == null
        ? place(settled.bits, settled.rule)
        : place(Arrays.hashCode(settled.all), SliceIndex.NONE);
  }

  /**
   * What was settled where this is true, or null.
   *
   * @param rule the rule, {@link SliceIndex#NONE} or a combination that is true as well
   */
  @Nullable Settled find(long bits, int rule) {
    if (rule >= 0) {
      Settled settled = byRule[rule];
      return settled != null && settled.bits == bits ? settled : null;
    }
    @Nullable Settled[] table = byBits;
    int place = place(bits, rule);
    for (int i = 0; i < REACH; i++) {
      Settled settled = table[(place + i) & (table.length - 1)];
      if (settled != null && settled.bits == bits && settled.rule == rule) {
        return settled;
      }
    }
    return null;
  }

  /** What was settled where all this is true, or null. */
  @Nullable Settled find(long[] all) {
    @Nullable Settled[] table = byAll;
    int place = place(Arrays.hashCode(all), SliceIndex.NONE);
    for (int i = 0; i < REACH; i++) {
      Settled settled = table[(place + i) & (table.length - 1)];
      if (settled != null && Arrays.equals(settled.all, all)) {
        return settled;
      }
    }
    return null;
  }

  void keep(Settled settled) {
    if (settled.all != null) {
      byAll = with(byAll, settled);
    } else if (settled.rule >= 0) {
      byRule[settled.rule] = settled;
    } else {
      byBits = with(byBits, settled);
    }
  }

  private static @Nullable Settled[] with(@Nullable Settled[] table, Settled settled) {
    @Nullable Settled[] wide = table;
    while (!put(wide, settled)) {
      if (wide.length == MOST) {
        wide[place(settled) & (MOST - 1)] = settled;
        return wide;
      }
      wide = wider(wide);
    }
    return wide;
  }

  private static boolean put(@Nullable Settled[] table, Settled settled) {
    int place = place(settled);
    for (int i = 0; i < REACH; i++) {
      int at = (place + i) & (table.length - 1);
      if (table[at] == null) {
        table[at] = settled;
        return true;
      }
    }
    return false;
  }

  /** What finds no place in the wider table is settled anew. */
  private static @Nullable Settled[] wider(@Nullable Settled[] table) {
    @Nullable Settled[] wider = new Settled[2 * table.length];
    for (Settled settled : table) {
      if (settled != null) {
        put(wider, settled);
      }
    }
    return wider;
  }
}
