package dev.writ.dsl.ast;

import dev.writ.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule adds to the decision it determines: a message and obligations.
 *
 * <p>Its span is empty where nothing is written.
 *
 * @param because the text after {@code because}, or null
 * @param obligations what follows {@code do}, possibly none
 * @param span where it stands
 */
public record Consequence(
    @Nullable QuotedText because, List<ObligationCall> obligations, Span span) {

  /** Copies the lists. */
  public Consequence {
    obligations = List.copyOf(obligations);
  }
}
