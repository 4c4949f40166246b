package dev.writ.dsl.source;

import java.util.List;

/**
 * Writes diagnostics as text for people: message, place, source line, underline, help.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class DiagnosticRenderer {
  private final Palette palette;

  /** Creates a renderer that writes in the given colours. */
  public DiagnosticRenderer(Palette palette) {
    this.palette = palette;
  }

  /** Returns the diagnostics in the order given, with a blank line between two. */
  public String render(List<Diagnostic> diagnostics) {
    return String.join("\n", diagnostics.stream().map(this::render).toList());
  }

  /** Returns one diagnostic, ending in a line feed. */
  public String render(Diagnostic diagnostic) {
    Severity severity = diagnostic.severity();
    StringBuilder out = new StringBuilder();
    out.append(palette.severity(severity, severity.word() + "[" + diagnostic.code().id() + "]"))
        .append(palette.strong(": " + diagnostic.message()))
        .append('\n');
    place(out, diagnostic.file(), diagnostic.span(), severity);
    if (diagnostic.help() != null) {
      out.append(palette.frame("  = ")).append("help: ").append(diagnostic.help()).append('\n');
    }
    for (RelatedSpan related : diagnostic.related()) {
      out.append(palette.strong("note")).append(": ").append(related.label()).append('\n');
      place(out, related.file(), related.span(), Severity.WARNING);
    }
    return out.toString();
  }

  private void place(StringBuilder out, SourceText file, Span span, Severity severity) {
    Location at = file.locate(span.start());
    String number = Integer.toString(at.line());
    String indent = " ".repeat(number.length());
    Excerpt excerpt = Excerpt.of(file, span);
    out.append(indent).append(palette.frame("--> "));
    out.append(file.name()).append(':').append(number).append(':').append(at.column()).append('\n');
    out.append(palette.frame(indent + " |")).append('\n');
    out.append(palette.frame(number + " | ")).append(excerpt.line()).append('\n');
    out.append(palette.frame(indent + " | "));
    out.append(palette.severity(severity, excerpt.underline())).append('\n');
  }
}
