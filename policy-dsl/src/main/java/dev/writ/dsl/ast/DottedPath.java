package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A path of attributes in a place where no expression may stand, such as {@code resource.team}.
 *
 * <p>The first part is a root ({@code principal}, {@code resource}, {@code args}, {@code approver}
 * and so on) or the variable of a {@code for each}.
 *
 * @param parts root and attributes, at least one
 * @param span where it stands
 */
public record DottedPath(List<Identifier> parts, Span span) {

  /**
   * Copies the lists and checks the parts.
   *
   * @throws IllegalArgumentException if there is no part
   */
  public DottedPath {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("there is no part");
    }
  }

  /** Returns the parts joined by dots. */
  public String text() {
    return parts.stream().map(Identifier::text).collect(Collectors.joining("."));
  }

  /** Returns the first part. */
  public Identifier root() {
    return parts.get(0);
  }
}
