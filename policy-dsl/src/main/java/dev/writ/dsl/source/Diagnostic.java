package dev.writ.dsl.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the compiler about one place in the policy text.
 *
 * <p>Immutable. Messages are lowercase, end without a full stop and quote the user's text in
 * back-ticks; what to write instead is in {@code help}, never in the message.
 *
 * @param code the stable code
 * @param severity error or warning
 * @param file the text the message is about
 * @param span the place to underline
 * @param message one sentence on what is wrong
 * @param help what to write instead, or null
 * @param related further places, in the order to show them
 * @param fix what a tool may write instead, or null
 */
public record Diagnostic(
    DiagnosticCode code,
    Severity severity,
    SourceText file,
    Span span,
    String message,
    @Nullable String help,
    List<RelatedSpan> related,
    @Nullable Fix fix) {

  /** Copies the list of related places. */
  public Diagnostic {
    related = List.copyOf(related);
  }

  /** Returns an error without help or related places. */
  public static Diagnostic error(DiagnosticCode code, SourceText file, Span span, String message) {
    return new Diagnostic(code, Severity.ERROR, file, span, message, null, List.of(), null);
  }

  /** Returns a warning without help or related places. */
  public static Diagnostic warning(
      DiagnosticCode code, SourceText file, Span span, String message) {
    return new Diagnostic(code, Severity.WARNING, file, span, message, null, List.of(), null);
  }

  /** Returns this diagnostic with the given help, or with none for null. */
  public Diagnostic withHelp(@Nullable String text) {
    return new Diagnostic(code, severity, file, span, message, text, related, fix);
  }

  /** Returns this diagnostic with one more related place. */
  public Diagnostic withRelated(SourceText place, Span at, String label) {
    List<RelatedSpan> more = new ArrayList<>(related);
    more.add(new RelatedSpan(place, at, label));
    return new Diagnostic(code, severity, file, span, message, help, more, fix);
  }

  /** Returns this diagnostic with the given fix, or with none for null. */
  public Diagnostic withFix(@Nullable Fix other) {
    return new Diagnostic(code, severity, file, span, message, help, related, other);
  }

  /** Returns line and column of the start of the underlined text. */
  public Location location() {
    return file.locate(span.start());
  }

  /** Returns the underlined text. */
  public String underlined() {
    return file.slice(span);
  }
}
