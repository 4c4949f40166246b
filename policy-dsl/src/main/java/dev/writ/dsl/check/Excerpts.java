package dev.writ.dsl.check;

import dev.writ.dsl.source.Span;

/** Parts of the text for messages. */
final class Excerpts {
  private Excerpts() {}

  /** Returns a part of a file on one line. */
  static String oneLine(FileScope scope, Span span) {
    return scope.source().slice(span).strip().replaceAll("\\s+", " ");
  }
}
