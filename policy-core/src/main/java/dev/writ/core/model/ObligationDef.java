package dev.writ.core.model;

import java.util.List;
import java.util.Objects;

/**
 * A declared kind of obligation.
 *
 * @param name the qualified name; built-in kinds ({@code log}, {@code notify}, {@code alert}) have
 *     no module
 * @param parameters the parameters in order
 */
public record ObligationDef(String name, List<Type.Field> parameters) {
  public ObligationDef {
    Objects.requireNonNull(name, "name");
    parameters = List.copyOf(parameters);
  }
}
