package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * A module of the set, with what the manifest says of it.
 *
 * @param name the qualified name, empty for the unnamed one
 * @param owner who owns it, or null
 * @param guard the entity its rules stay inside, or null
 */
public record CheckedModule(String name, @Nullable String owner, @Nullable EntityId guard) {}
