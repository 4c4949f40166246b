package dev.writ.core.engine;

/**
 * What became of the requests that an engine put to its program since it was built.
 *
 * @param quick decided by its indexes
 * @param careful decided by looking at every rule, since something could not be evaluated
 * @param worked decisions of which more was asked than the verdict and what a permit writes, which
 *     is the reference's to say: until when they hold, what would change them
 */
public record PlanStatistics(long quick, long careful, long worked) {
  static final PlanStatistics NONE = new PlanStatistics(0, 0, 0);
}
