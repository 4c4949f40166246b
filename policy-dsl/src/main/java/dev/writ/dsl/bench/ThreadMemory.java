package dev.writ.dsl.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What HotSpot and its kin count. The only class that names the module jdk.management. */
final class ThreadMemory {
  private static final java.lang.management.ThreadMXBean THREADS =
      ManagementFactory.getThreadMXBean();

  private ThreadMemory() {}

  /** Whether this virtual machine counts the bytes that threads allocate. */
  static boolean isCounted() {
    return THREADS instanceof ThreadMXBean told
        && told.isThreadAllocatedMemorySupported()
        && told.isThreadAllocatedMemoryEnabled();
  }

  /** The bytes that this thread has allocated. */
  static long allocated() {
    return ((ThreadMXBean) THREADS).getCurrentThreadAllocatedBytes();
  }
}
