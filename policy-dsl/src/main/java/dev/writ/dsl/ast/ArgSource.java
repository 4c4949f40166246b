package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * Where an argument came from: {@code to: user}, or for each element {@code to: [user, tool]}.
 *
 * @param argument the argument
 * @param elementwise whether a source is told for each element
 * @param sources the sources, one unless told for each element
 * @param span where it stands
 */
public record ArgSource(
    Identifier argument, boolean elementwise, List<Identifier> sources, Span span) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is not one source
   */
  public ArgSource {
    sources = List.copyOf(sources);
    if (!elementwise && sources.size() != 1) {
      throw new IllegalArgumentException("there is not one source");
    }
  }
}
