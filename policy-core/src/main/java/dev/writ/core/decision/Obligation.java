package dev.writ.core.decision;

import dev.writ.core.model.Value;
import java.util.List;
import java.util.Objects;

/**
 * Something the enforcement point, or a handler of the engine, must do if it acts on the decision.
 *
 * @param name the qualified kind
 * @param arguments its values, one for each parameter of the kind
 */
public record Obligation(String name, List<Value> arguments) {
  public Obligation {
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
  }
}
