package dev.writ.bench.row;

import java.lang.management.ManagementFactory;

/** The processor's time of this thread since the clock was made. */
final class Clock {
  private final long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

  double seconds() {
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from) / 1e9;
  }
}
