package dev.writ.dsl.bench;

import java.util.OptionalLong;

/** Reads the clock of the virtual machine, and its count of bytes where it keeps one. */
final class ProcessMeter implements Meter {
  private final boolean counts = counts();

  private static boolean counts() {
    try {
      return ThreadMemory.isCounted();
    } catch (NoClassDefFoundError e) {
      return false; // a runtime without the module jdk.management
    }
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public OptionalLong allocatedBytes() {
    return counts ? OptionalLong.of(ThreadMemory.allocated()) : OptionalLong.empty();
  }
}
