package dev.writ.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * The answers of one slice to requests of a principal that acts for itself, by what is true: they
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
  private final @Nullable Settled[] byRule;

  /** What was settled. */
  static final class Settled {
    /** What was true. */
    final long bits;

    /** The rule that was true where they are many. */
    final int rule;

    /** Whether the answer names the principal. */
    final boolean placed;

    final Answer.Decided answer;

    Settled(long bits, int rule, Answer.Decided answer) {
      this.bits = bits;
      this.rule = rule;
      this.placed = answer.verdict().place() != null;
      this.answer = answer;
    }

    boolean isOf(long otherBits, int otherRule) {
      return bits == otherBits && rule == otherRule;
    }
  }

  /**
   * @param rules how many rules there are where they are not among the conditions
   */
  Settlements(int rules) {
    this.byRule = new Settled[rules];
  }

  private static int place(long bits) {
    long mixed = bits * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  /** What was settled where this is true, or null. */
  @Nullable Settled find(long bits, int rule) {
    if (rule >= 0) {
      Settled settled = byRule[rule];
      return settled != null && settled.isOf(bits, rule) ? settled : null;
    }
    @Nullable Settled[] table = byBits;
    int place = place(bits);
    for (int i = 0; i < REACH; i++) {
      Settled settled = table[(place + i) & (table.length - 1)];
      if (settled != null && settled.bits == bits) {
        return settled;
      }
    }
    return null;
  }

  void keep(Settled settled) {
    if (settled.rule >= 0) {
      byRule[settled.rule] = settled;
      return;
    }
    @Nullable Settled[] table = byBits;
    while (!put(table, settled)) {
      if (table.length == MOST) {
        table[place(settled.bits) & (MOST - 1)] = settled;
        return;
      }
      table = wider(table);
      byBits = table;
    }
  }

  private static boolean put(@Nullable Settled[] table, Settled settled) {
    int place = place(settled.bits);
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
