package dev.writ.core.plan;

/**
 * Until when what is read at an instant stays as it is, all but the clock unchanged. Instants are
 * epoch milliseconds. Mutable, for one reading and one thread.
 */
final class Lasting {
  final long now;
  private long until = Long.MAX_VALUE;

  Lasting(long now) {
    this.now = now;
  }

  /** Something may be otherwise from this instant on. */
  void changesAt(long instant) {
    if (now < instant && instant < until) {
      until = instant;
    }
  }

  /** Something may be otherwise at the next instant. */
  void changes() {
    until = TimeOps.saturatedSum(now, 1);
  }

  /** The first instant for which nothing is said. */
  long until() {
    return until;
  }
}
