package dev.writ.dsl.cli;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that tells how far a long run is, gone when it ends. Nothing is shown in the
 * first second, nor where standard error is no terminal.
 */
final class Progress {
  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long NEXT_NANOS = 200_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final Output err;
  private final LongSupplier nanos;
  private final long start;
  private long due;
  private boolean shown;

  Progress(Output err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.due = start + FIRST_NANOS;
  }

  /** So many are done. */
  void done(long count) {
    if (!err.terminal()) {
      return;
    }
    long now = nanos.getAsLong();
    if (now - due >= 0) {
      long rate = count * 1_000_000_000L / Math.max(1, now - start);
      err.print(CLEAR + String.format(Locale.ROOT, "%,d requests, %,d a second", count, rate));
      shown = true;
      due = now + NEXT_NANOS;
    }
  }

  /** Takes the line away, so that something else can be written. */
  void clear() {
    if (shown) {
      err.print(CLEAR);
      shown = false;
    }
  }
}
