/**
 * Holds what Writ costs beside the floor against a budget, so that no change makes it dearer
 * unnoticed.
 *
 * <p>Measures with {@code measure}, each scenario in processes of its own.
 */
@NullMarked
package dev.writ.bench.guard;

import org.jspecify.annotations.NullMarked;
