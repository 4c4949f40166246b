package dev.writ.dsl.bench;

import java.time.Duration;

/**
 * How long is asked: until a time has passed, and all questions have been asked once at least; or
 * for a number of decisions.
 *
 * @param nanos the time
 * @param least so many decisions at least
 * @param most so many at most
 */
record Until(long nanos, long least, long most) {

  static Until passed(Duration time, long least) {
    return new Until(time.toNanos(), least, Long.MAX_VALUE);
  }

  static Until done(long decisions) {
    return new Until(0, decisions, decisions);
  }

  boolean isOver(long elapsed, long decisions) {
    return decisions >= most || (elapsed >= nanos && decisions >= least);
  }

  /** How many decisions of a batch may still be made. */
  int batch(int wanted, long decisions) {
    return (int) Math.min(wanted, most - decisions);
  }
}
