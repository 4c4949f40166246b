package dev.writ.core.cache;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.model.EntityStore;

/**
 * What a remembered verdict is held against.
 *
 * @param entities the stored entities
 * @param authority the state of authority
 * @param nowMillis the instant, epoch milliseconds
 * @param epoch a number that only these two snapshots have ({@link Epochs})
 */
public record Present(
    EntityStore entities, AuthoritySnapshot authority, long nowMillis, long epoch) {}
