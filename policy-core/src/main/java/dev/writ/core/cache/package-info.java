/**
 * The verdict cache: what a verdict read, from when and until when it holds, and a bounded store of
 * such verdicts (Caffeine).
 *
 * <p>The cache may not change an answer. A {@link dev.writ.core.cache.VerdictKey} holds, whole, all
 * of a request that can be read; a {@link dev.writ.core.cache.Remembered} verdict holds what was
 * read beside it: entities by their nodes ({@link dev.writ.core.cache.EntityReads}), the state of
 * authority by its records ({@link dev.writ.core.cache.AuthorityReads}), a source of entities by
 * the versions that it tells ({@link dev.writ.core.cache.SourceReads}), absent ones among them. All
 * of it is held against the present at each hit, so that nothing rests on entries being taken out.
 *
 * <p>{@link dev.writ.core.cache.Gauge} tells whether asking the cache pays at all.
 *
 * <p>Reads {@code authority} and {@code model}, keeps what {@code decision} made; {@code engine}
 * tells it what is read. Not exported.
 */
@NullMarked
package dev.writ.core.cache;

import org.jspecify.annotations.NullMarked;
