package dev.writ.dsl.policytest;

import java.util.Objects;

/**
 * How the tests reached one rule or clause.
 *
 * @param kind the word of the language: {@code permit}, {@code forbid}, {@code scope}, {@code may},
 *     {@code limit}, {@code grant}, {@code approval}, {@code confirmation}
 * @param id the id of the rule; of a clause that of its scope, with its position from 1
 * @param held whether it was TRUE at least once
 * @param failed whether it was FALSE at least once on a request its head spans
 * @param conditional whether it can be FALSE on such a request
 */
public record CoverageLine(
    String kind, String id, boolean held, boolean failed, boolean conditional) {
  public CoverageLine {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  /** Whether it was seen every way it can be. */
  public boolean full() {
    return held && (failed || !conditional);
  }
}
