package dev.writ.core.decision;

import java.util.Comparator;
import java.util.Objects;

/**
 * An expression that could not be evaluated.
 *
 * @param rule the id of the rule, scope, approval, grant, label or limit it stands in
 * @param kind what went wrong, a stable word: {@code overflow}, {@code unknown_entity}, {@code
 *     broken_entity}, {@code hierarchy_cycle}, {@code missing_value}, {@code zone_table_ended}
 * @param detail what went wrong, for the operator; never the value of a secret field
 */
public record EvaluationError(String rule, String kind, String detail)
    implements Comparable<EvaluationError> {

  private static final Comparator<EvaluationError> ORDER =
      Comparator.comparing(EvaluationError::rule)
          .thenComparing(EvaluationError::kind)
          .thenComparing(EvaluationError::detail);

  public EvaluationError {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(detail, "detail");
  }

  @Override
  public int compareTo(EvaluationError other) {
    return ORDER.compare(this, other);
  }
}
