package dev.writ.core.engine;

import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import java.util.Collection;
import java.util.Set;

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
}
