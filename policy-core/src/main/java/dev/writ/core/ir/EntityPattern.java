package dev.writ.core.ir;

import dev.writ.core.model.EntityId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Entities told by type, by identity or by membership: {@code T}, {@code T::"id"}, {@code T in [E,
 * …]}.
 *
 * @param types the entity types, at least one
 * @param id when not null, this entity alone
 * @param in when not empty, members of any of these, directly or not
 */
public record EntityPattern(SortedSet<String> types, @Nullable EntityId id, List<EntityId> in) {
  public EntityPattern {
    Objects.requireNonNull(types, "types");
    types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
    in = List.copyOf(in);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("an entity pattern needs a type");
    }
  }
}
