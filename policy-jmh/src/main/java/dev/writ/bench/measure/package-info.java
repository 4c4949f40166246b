/**
 * Measures contenders on scenarios: whether they agree, how long a decision takes beside the floor
 * in the same run, how much it allocates.
 *
 * <p>Reads {@code scenario} and {@code contender}.
 */
@NullMarked
package dev.writ.bench.measure;

import org.jspecify.annotations.NullMarked;
