package dev.writ.core.engine;

/**
 * What became of the requests that were put to a program.
 *
 * @param quick decided by its indexes
 * @param careful decided by looking at every rule, since something could not be evaluated
 * @param worked denials and permits of which more was asked than the verdict, which is the
 *     reference's to say: what is written, until when it holds, what would change it
 */
record PlanStatistics(long quick, long careful, long worked) {}
