package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code review within 24h { … }} of a grant.
 *
 * @param within how long it may take
 * @param quorum the votes it takes, or null where none is written
 * @param exclusions who may not review, beyond those who never may
 * @param span where it stands
 */
public record Review(
    DurationLiteral within, @Nullable Quorum quorum, List<Exclusion> exclusions, Span span) {

  /** Copies the lists. */
  public Review {
    exclusions = List.copyOf(exclusions);
  }
}
