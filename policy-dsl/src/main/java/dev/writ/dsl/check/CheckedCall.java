package dev.writ.dsl.check;

import java.util.List;

/**
 * An obligation with its arguments.
 *
 * @param kind the qualified kind
 * @param arguments one for each parameter
 */
public record CheckedCall(String kind, List<CheckedExpression> arguments) {

  /** Copies the list. */
  public CheckedCall {
    arguments = List.copyOf(arguments);
  }
}
