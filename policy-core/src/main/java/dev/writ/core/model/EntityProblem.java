package dev.writ.core.model;

import java.util.Objects;

/**
 * Why a store cannot vouch for an entity.
 *
 * @param kind what is wrong
 * @param entity which entity is at fault: the one that was asked about, or one above it
 * @param detail one sentence for the operator, without a full stop; never the value of a secret
 *     field
 */
public record EntityProblem(Kind kind, EntityId entity, String detail) {

  /** What can be wrong. */
  public enum Kind {
    /** The store does not know it. */
    UNKNOWN("unknown_entity"),
    /** It breaks the schema. */
    BROKEN("broken_entity"),
    /** It is in itself, through others. */
    CYCLE("hierarchy_cycle"),
    /** It has more ancestors than the limit. */
    TOO_MANY_ANCESTORS("too_many_ancestors");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The stable word for errors of evaluation. */
    public String word() {
      return word;
    }
  }

  public EntityProblem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(detail, "detail");
  }
}
