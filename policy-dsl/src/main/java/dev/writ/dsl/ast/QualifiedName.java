package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One or more names joined by dots, such as {@code payments.agents.Service}.
 *
 * @param parts the names, at least one
 * @param span where it stands
 */
public record QualifiedName(List<Identifier> parts, Span span) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no part
   */
  public QualifiedName {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there is no part");
    }
  }

  /** Returns the names joined by dots. */
  public String text() {
    return parts.size() == 1
        ? parts.get(0).text()
        : parts.stream().map(Identifier::text).collect(Collectors.joining("."));
  }

  /** Returns the last name. */
  public Identifier last() {
    return parts.get(parts.size() - 1);
  }
}
