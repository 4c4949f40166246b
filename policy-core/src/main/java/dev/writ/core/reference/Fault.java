package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import dev.writ.core.model.EntityProblem;
import java.util.Objects;

/**
 * Why an expression has no value.
 *
 * @param kind what went wrong
 * @param detail the field, zone or operator at fault, or the store's sentence about an entity;
 *     never the value of a secret field
 */
record Fault(Kind kind, String detail) {

  Fault {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }

  /** The same, as a decision lists it. */
  EvaluationError in(String rule) {
    return new EvaluationError(rule, kind.word, detail);
  }

  /** What can go wrong. */
  enum Kind {
    /** A number, instant or duration left 64 bits. */
    OVERFLOW("overflow"),
    /** The store does not know an entity that is read. */
    UNKNOWN_ENTITY("unknown_entity"),
    /** An entity that is read breaks the schema. */
    BROKEN_ENTITY("broken_entity"),
    /** An entity whose ancestors are read sits on a cycle. */
    HIERARCHY_CYCLE("hierarchy_cycle"),
    /** An entity whose ancestors are read has more of them than the limit. */
    TOO_MANY_ANCESTORS("too_many_ancestors"),
    /**
     * Something that may be absent is. Where its guard is false the condition is not an error, so
     * this is listed only with a condition that is one.
     */
    MISSING_VALUE("missing_value"),
    /** The zone's table says nothing about the instant. */
    ZONE_TABLE_ENDED("zone_table_ended"),
    /** The policy set is not well-typed; no compiler makes such a set. */
    ILL_TYPED("ill_typed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What a store's problem with an entity is here. */
    static Kind of(EntityProblem.Kind problem) {
      return switch (problem) {
        case UNKNOWN -> UNKNOWN_ENTITY;
        case BROKEN -> BROKEN_ENTITY;
        case CYCLE -> HIERARCHY_CYCLE;
        case TOO_MANY_ANCESTORS -> TOO_MANY_ANCESTORS;
      };
    }
  }
}
