package dev.writ.dsl.bench;

import dev.writ.core.ir.Slot;
import org.jspecify.annotations.Nullable;

/**
 * What decisions of one slice cost, by the slot of the principal.
 *
 * @param slot which, or null for requests that fit no schema
 * @param questions how many of the questions are there
 * @param times how long a decision took; in batches the mean of each
 * @param share of the time that all questions take once, from 0 to 1
 */
public record SliceCost(@Nullable Slot slot, int questions, Histogram times, double share) {}
