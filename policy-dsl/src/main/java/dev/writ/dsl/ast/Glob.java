package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * The literal pattern after {@code like} or {@code matches}, its escapes resolved.
 *
 * @param parts the parts in order; no text follows a text; none for the empty pattern
 * @param span where it stands
 */
public record Glob(List<GlobPart> parts, Span span) {

  /** Copies the lists. */
  public Glob {
    parts = List.copyOf(parts);
  }
}
