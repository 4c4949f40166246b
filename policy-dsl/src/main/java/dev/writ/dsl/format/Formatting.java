package dev.writ.dsl.format;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.SourceText;
import java.util.List;

/**
 * What came of formatting a text.
 *
 * @param outcome whether it was formatted
 * @param source the text as it was
 * @param text the text in its layout, or as it was where it was not formatted
 * @param diagnostics why it does not parse; empty otherwise
 */
public record Formatting(
    Outcome outcome, SourceText source, String text, List<Diagnostic> diagnostics) {

  /** What can come of it. */
  public enum Outcome {
    /** The text is in its layout, and says what it said. */
    FORMATTED,
    /** The text does not parse. */
    NOT_PARSED,
    /** The new text would not say what the old one says: a fault of the formatter. */
    NOT_FAITHFUL
  }

  /** Copies the list. */
  public Formatting {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether the layout is another than the text had. */
  public boolean isChanged() {
    return !text.equals(source.text());
  }
}
