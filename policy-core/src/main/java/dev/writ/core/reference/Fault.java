package dev.writ.core.reference;

import dev.writ.core.decision.EvaluationError;
import java.util.Objects;

/**
 * Why an expression has no value.
 *
 * @param kind what went wrong
 * @param detail the entity, field, zone or operator at fault; never the value of a field
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
  }
}
