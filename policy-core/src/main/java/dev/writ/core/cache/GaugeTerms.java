package dev.writ.core.cache;

/**
 * How a {@link Gauge} measures.
 *
 * @param worthNanos from how long on evaluating is worth trying the cache
 * @param window how many decisions are measured at first
 * @param leastPauseMillis how long it does not measure at first
 * @param doublings how often window and pause are doubled as it comes to the same again
 */
public record GaugeTerms(long worthNanos, int window, long leastPauseMillis, int doublings) {

  /** For an engine. */
  public static final GaugeTerms DEFAULT = new GaugeTerms(500, 64, 100, 5);

  public GaugeTerms {
    if (window < 2 || leastPauseMillis < 0 || doublings < 0 || doublings > 16) {
      throw new IllegalArgumentException("a gauge needs a window of two decisions or more");
    }
  }

  long pauseMillis(int times) {
    return leastPauseMillis << Math.min(times, doublings);
  }
}
