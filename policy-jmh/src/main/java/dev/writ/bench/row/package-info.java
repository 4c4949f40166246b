/**
 * What else is promised beside the time of one decision: loading, memory, building requests, JSON,
 * threads, a cold start, long texts, storms of reloads and revocations.
 *
 * <p>Each row measures and says whether its target is met. Measures with {@code measure}, on {@code
 * scenario}.
 */
@NullMarked
package dev.writ.bench.row;

import org.jspecify.annotations.NullMarked;
