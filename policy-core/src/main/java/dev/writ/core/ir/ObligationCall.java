package dev.writ.core.ir;

import java.util.List;
import java.util.Objects;

/**
 * An obligation as a rule writes it.
 *
 * <p>An argument that errs makes a permit or grant not apply, and a forbid apply without this
 * obligation.
 *
 * @param name the qualified kind
 * @param arguments one for each parameter of the kind, in order
 */
public record ObligationCall(String name, List<Expr> arguments) {
  public ObligationCall {
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
  }
}
