package dev.writ.core.plan;

import org.jspecify.annotations.Nullable;

/**
 * The answers to requests whose principal is of one slice where something is held, by what is true
 * and by what is held ({@link Held}). They are dropped when they become very many. What threads
 * leave to each other is immutable or settlements, so a race costs work, never an answer.
 */
final class HeldSettlements {
  private static final int LEAST = 4;
  private static final int MOST = 4096;

  private @Nullable Under[] all = new Under[LEAST];
  private int size;
  private int kept;

  /** The answers where this is held. Immutable, but for the settlements. */
  private static final class Under {
    final long held;
    final Settlements settlements = new Settlements(0);

    Under(long held) {
      this.held = held;
    }
  }

  /** The answers where this is held, or null where there are none. */
  @Nullable Settlements find(long held) {
    @Nullable Under[] table = all;
    for (int i = 0; i < table.length; i++) {
      Under under = table[(place(held) + i) & (table.length - 1)];
      if (under == null) {
        return null;
      }
      if (under.held == held) {
        return under.settlements;
      }
    }
    return null;
  }

  /** What was settled where this is held and this is true, or null. */
  @Nullable Settled find(long held, long bits) {
    Settlements settlements = find(held);
    return settlements == null ? null : settlements.find(bits, SliceIndex.NONE);
  }

  private static int place(long held) {
    return (int) ((held * 0x9E3779B97F4A7C15L) >>> 32);
  }

  synchronized void keep(long held, Settled settled) {
    if (++kept > MOST) {
      all = new Under[LEAST];
      size = 0;
      kept = 1;
    }
    Settlements known = find(held);
    (known == null ? put(held) : known).keep(settled);
  }

  private Settlements put(long held) {
    @Nullable Under[] table = all;
    if (2 * (size + 1) > table.length) {
      table = new Under[2 * table.length];
      for (Under under : all) {
        if (under != null) {
          put(table, under);
        }
      }
    }
    Under added = new Under(held);
    put(table, added);
    all = table;
    size++;
    return added.settlements;
  }

  private static void put(@Nullable Under[] table, Under under) {
    int at = place(under.held) & (table.length - 1);
    while (table[at] != null) {
      at = (at + 1) & (table.length - 1);
    }
    table[at] = under;
  }
}
