package dev.writ.core.slice;

import dev.writ.core.ir.Case;
import java.util.Objects;

/**
 * What one declaration says in one slice.
 *
 * @param <D> the kind of declaration
 * @param declaration the declaration
 * @param text the case that speaks there
 */
public record Passage<D>(D declaration, Case text) {
  public Passage {
    Objects.requireNonNull(declaration, "declaration");
    Objects.requireNonNull(text, "text");
  }
}
