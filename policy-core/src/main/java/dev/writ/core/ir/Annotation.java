package dev.writ.core.ir;

import java.util.List;
import java.util.Objects;

/**
 * A note on a declaration. It never changes a decision.
 *
 * @param name {@code control}, {@code doc} or {@code allow}
 * @param arguments its strings
 */
public record Annotation(String name, List<String> arguments) {
  public Annotation {
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
  }
}
