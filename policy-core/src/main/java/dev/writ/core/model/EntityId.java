package dev.writ.core.model;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an entity: its type and its id within the type.
 *
 * <p>Immutable. Equality compares both parts by code points, without normalisation. The order is by
 * type, then by id.
 */
public final class EntityId implements Value, Comparable<EntityId> {

  private static final Comparator<EntityId> ORDER =
      Comparator.comparing(EntityId::type).thenComparing(EntityId::id);

  private final String type;
  private final String id;
  private final int hash;

  /**
   * An identity.
   *
   * @param type the entity type, qualified by its module where it has one ({@code
   *     payments.agents.User})
   * @param id the id as the owner of the entity writes it; may hold any character
   * @throws IllegalArgumentException if the type or the id is empty
   */
  public EntityId(String type, String id) {
    this.type = Objects.requireNonNull(type, "type");
    this.id = Objects.requireNonNull(id, "id");
    if (type.isEmpty() || id.isEmpty()) {
      throw new IllegalArgumentException(
          "an entity id needs a type and an id, got `" + type + "::" + id + "`");
    }
    this.hash = 31 * type.hashCode() + id.hashCode();
  }

  /**
   * The identity with this type and id.
   *
   * @throws IllegalArgumentException if the type or the id is empty
   */
  public static EntityId of(String type, String id) {
    return new EntityId(type, id);
  }

  /** The entity type, never empty. */
  public String type() {
    return type;
  }

  /** The id within the type, never empty. */
  public String id() {
    return id;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof EntityId entity
            && hash == entity.hash
            && id.equals(entity.id)
            && type.equals(entity.type));
  }

  /** {@code 31 * type.hashCode() + id.hashCode()}, everywhere the same. */
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public int compareTo(EntityId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.visitEntity(this);
  }

  /** The form of the language: {@code User::"ann"}, with the id quoted as in JSON. */
  @Override
  public String toString() {
    return type + "::" + Json.quote(id);
  }
}
