/**
 * What was measured, as files: raw results, the machine, tables and a chart.
 *
 * <p>Reads the results of {@code measure} and JMH; measures nothing itself.
 */
@NullMarked
package dev.writ.bench.report;

import org.jspecify.annotations.NullMarked;
