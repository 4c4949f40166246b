package dev.writ.dsl.bench;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on by so much a reading, and when told; and as many bytes as it was told. */
public final class FakeMeter implements Meter {
  private final AtomicLong now = new AtomicLong(1_000);
  private final AtomicLong bytes = new AtomicLong();
  private final long reading;
  private final boolean counts;

  /**
   * @param reading what a reading takes, in nanoseconds
   * @param counts whether bytes are told
   */
  public FakeMeter(long reading, boolean counts) {
    this.reading = reading;
    this.counts = counts;
  }

  /** Lets time pass. */
  public void pass(long nanos) {
    now.addAndGet(nanos);
  }

  /** Allocates. */
  void allocate(long more) {
    bytes.addAndGet(more);
  }

  @Override
  public long nanos() {
    return now.addAndGet(reading);
  }

  @Override
  public OptionalLong allocatedBytes() {
    return counts ? OptionalLong.of(bytes.get()) : OptionalLong.empty();
  }
}
