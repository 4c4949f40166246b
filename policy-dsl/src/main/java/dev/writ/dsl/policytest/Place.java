package dev.writ.dsl.policytest;

import dev.writ.dsl.source.Location;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.Objects;

/**
 * Where something stands in the policy text.
 *
 * @param file the name of the file
 * @param line the line, from 1
 * @param column the column in code points, from 1
 */
public record Place(String file, int line, int column) {
  public Place {
    Objects.requireNonNull(file, "file");
  }

  static Place of(SourceText text, Span span) {
    Location at = text.locate(span.start());
    return new Place(text.name(), at.line(), at.column());
  }

  /** For example {@code payments.writ:12}. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
