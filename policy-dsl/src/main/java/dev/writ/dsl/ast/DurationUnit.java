package dev.writ.dsl.ast;

/** A unit of durations. */
public enum DurationUnit {
  /** Milliseconds. */
  MILLISECOND("ms", 1),
  /** Seconds. */
  SECOND("s", 1_000),
  /** Minutes. */
  MINUTE("m", 60_000),
  /** Hours. */
  HOUR("h", 3_600_000),
  /** Days of 24 hours. */
  DAY("d", 86_400_000);

  private final String suffix;
  private final long millis;

  DurationUnit(String suffix, long millis) {
    this.suffix = suffix;
    this.millis = millis;
  }

  /** Returns the letters behind the number. */
  public String suffix() {
    return suffix;
  }

  /** Returns the length of one unit in milliseconds. */
  public long millis() {
    return millis;
  }
}
