package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * {@code session { mfa: Bool; … }} in the manifest.
 *
 * @param fields the fields in the order written
 * @param span where it stands
 */
public record SessionFields(List<Field> fields, Span span) {

  /** Copies the lists. */
  public SessionFields {
    fields = List.copyOf(fields);
  }
}
