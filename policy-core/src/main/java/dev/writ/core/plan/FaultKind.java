package dev.writ.core.plan;

/** Why an expression has no value, by the stable words of the decision. */
enum FaultKind {
  OVERFLOW("overflow"),
  UNKNOWN_ENTITY("unknown_entity"),
  BROKEN_ENTITY("broken_entity"),
  HIERARCHY_CYCLE("hierarchy_cycle"),
  TOO_MANY_ANCESTORS("too_many_ancestors"),
  MISSING_VALUE("missing_value"),
  ZONE_TABLE_ENDED("zone_table_ended"),
  ILL_TYPED("ill_typed");

  final String word;

  FaultKind(String word) {
    this.word = word;
  }
}
