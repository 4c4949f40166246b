/**
 * Finds out what a policy set means: which declaration each name stands for, which types
 * expressions have, which requests a head spans, and whether all that fits together.
 *
 * <p>Reads trees of {@code ast}, writes checked declarations for {@code lower}. Nothing here knows
 * the IR.
 */
@NullMarked
package dev.writ.dsl.check;

import org.jspecify.annotations.NullMarked;
