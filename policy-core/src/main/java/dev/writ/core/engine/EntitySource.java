package dev.writ.core.engine;

import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where entities come from that an engine does not hold: a directory, a database. It is asked for
 * just those that a request can read and that are not stored ({@link PolicyEngine#entityPaths}), a
 * batch for each level: first the principal, its chain and the resource, then what their attributes
 * name, and what they are in.
 *
 * <p>Called by many threads at once, by the thread that decides; it may block, and should give up
 * in time by itself. What it tells are stored facts: they go before entities that come with a
 * request. If it throws, answers null, tells an entity twice or one that it was not asked for, the
 * request is denied, {@code unavailable}. An entity that it does not tell is not known; one that
 * breaks the schema is not vouched for.
 */
@FunctionalInterface
public interface EntitySource {

  /**
   * The entities of these ids, as far as there are any, with all their attributes and parents.
   *
   * @param ids with qualified types; at least one; unmodifiable
   */
  Collection<Entity> load(Set<EntityId> ids) throws Exception;

  /**
   * What stands for what {@link #load} would tell of these ids now: a number or a word that is
   * never again the same once anything of it changed, an entity that came into being or went among
   * it. A counter of changes or a time stamp that grows will do, of these entities or of
   * everything; a hash of what is told will not where a change can be taken back.
   *
   * <p>With it, verdicts that read what was loaded may be remembered, and while the versions are
   * the same nothing is loaded for them ({@link EngineBuilder#cacheBytes}). It is asked before each
   * batch that is loaded and for each batch of a remembered verdict, so it should be much cheaper
   * than loading. Where it throws or answers null, the request is decided without the cache.
   *
   * @param ids with qualified types; at least one; unmodifiable
   * @return compared by {@code equals}; null, as unless said otherwise, where it is not known
   */
  default @Nullable Object version(Set<EntityId> ids) throws Exception {
    return null;
  }
}
