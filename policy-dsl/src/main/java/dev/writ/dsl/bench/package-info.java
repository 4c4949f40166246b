/**
 * Measures what decisions of a policy set cost: how long they take, how many fit in a second, how
 * many bytes they allocate, and where the time goes by slice and by rule. Asks the engine of core
 * through its public methods alone, so that it measures what a service would run; prints nothing
 * and reads no file.
 *
 * <h2>What a figure means</h2>
 *
 * <p>{@link dev.writ.dsl.bench.Stint} reads the clock once a decision, so that each figure contains
 * one reading ({@link dev.writ.dsl.bench.ClockCost}). Where a decision takes less than {@value
 * dev.writ.dsl.bench.Bench#CLOCKS} readings, it reads the clock once a batch of decisions in a row,
 * and a figure is the mean of a batch: percentiles are then those of means, and lower at the top
 * than those of decisions. Threads ask as fast as they get answers, so that a pause of the machine
 * counts as one long decision and not as all that would have waited for it.
 *
 * <p>What a rule costs has no answer in a program that shares work between rules. {@link
 * dev.writ.dsl.bench.RuleTrials} tells what it costs alone.
 */
@NullMarked
package dev.writ.dsl.bench;

import org.jspecify.annotations.NullMarked;
