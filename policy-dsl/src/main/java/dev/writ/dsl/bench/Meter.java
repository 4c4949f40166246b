package dev.writ.dsl.bench;

import java.util.OptionalLong;

/** Reads time and allocated memory. An implementation is thread-safe. */
public interface Meter {

  /** A clock that never goes back, in nanoseconds; only differences mean something. */
  long nanos();

  /** How many bytes the calling thread has allocated so far; empty where nobody tells. */
  OptionalLong allocatedBytes();

  /** The meter of this process. */
  static Meter ofProcess() {
    return new ProcessMeter();
  }
}
