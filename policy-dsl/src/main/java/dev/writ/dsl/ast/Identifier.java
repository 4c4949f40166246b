package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;

/**
 * A name as it stands in the text, its back-ticks removed.
 *
 * @param text the name; any characters, never empty
 * @param span where it stands
 */
public record Identifier(String text, Span span) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the name is empty
   */
  public Identifier {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the name is empty");
    }
  }
}
