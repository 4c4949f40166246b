package dev.writ.core.ir;

import dev.writ.core.model.EntityId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A module of the set. Its guard is already part of the conditions of its rules.
 *
 * @param name the qualified name, empty for the unnamed one
 * @param owner who owns it, as the manifest says, or null
 * @param guard the entity under which its rules reach, or null
 */
public record Module(String name, @Nullable String owner, @Nullable EntityId guard) {
  public Module {
    Objects.requireNonNull(name, "name");
  }
}
