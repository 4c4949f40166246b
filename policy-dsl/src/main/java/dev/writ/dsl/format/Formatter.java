package dev.writ.dsl.format;

import dev.writ.dsl.format.Formatting.Outcome;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.parse.ParseResult;
import dev.writ.dsl.parse.Parser;
import dev.writ.dsl.parse.layout.CanonicalLayout;
import dev.writ.dsl.source.SourceText;
import java.util.List;

/**
 * Lays out policy texts in the one way that is canonical.
 *
 * <p>The layout depends on words, comments and blank lines alone, so that formatting twice changes
 * nothing. Comments stay where they are, but that one between a word and the comma or semicolon
 * behind it moves behind that. What was written is parsed again and compared. Stateless and safe to
 * use from several threads.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * Formats the bytes of a file.
   *
   * @param name what diagnostics call the file
   */
  public static Formatting format(String name, byte[] bytes, ParseLimits limits) {
    return format(Parser.parse(name, bytes, limits), limits);
  }

  /** Formats a text. */
  public static Formatting format(SourceText source, ParseLimits limits) {
    return format(Parser.parse(source, limits), limits);
  }

  private static Formatting format(ParseResult parsed, ParseLimits limits) {
    SourceText source = parsed.file().source();
    if (parsed.hasErrors()) {
      return new Formatting(Outcome.NOT_PARSED, source, source.text(), parsed.diagnostics());
    }
    LineEnding ending = LineEnding.of(source.text());
    String text = ending.applyTo(source.text(), CanonicalLayout.of(source.text()));
    ParseResult again = Parser.parse(new SourceText(source.name(), text), limits);
    if (text.length() > limits.fileSize()) {
      return new Formatting(Outcome.NOT_PARSED, source, source.text(), again.diagnostics());
    }
    boolean faithful = !again.hasErrors() && Fidelity.isKept(parsed.file(), again.file());
    return faithful
        ? new Formatting(Outcome.FORMATTED, source, text, List.of())
        : new Formatting(Outcome.NOT_FAITHFUL, source, source.text(), List.of());
  }
}
