package dev.writ.core.engine;

import dev.writ.core.cache.SourceReads;
import dev.writ.core.model.EntityStore;
import org.jspecify.annotations.Nullable;

/**
 * How entities were gathered from a source for one request that is put to the cache.
 *
 * @param held the entities that the engine holds itself
 * @param reads what was loaded, or null where the source tells no versions of it
 * @param consultation what the verdict is told to
 */
record Gathered(EntityStore held, @Nullable SourceReads reads, Consultation consultation) {}
