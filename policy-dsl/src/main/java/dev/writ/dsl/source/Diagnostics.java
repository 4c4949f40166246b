package dev.writ.dsl.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A collector of diagnostics: each is kept once, and listed by file name and place.
 *
 * <p>Not safe for use by several threads at a time.
 */
public final class Diagnostics {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.<Diagnostic, String>comparing(d -> d.file().name())
          .thenComparingInt(d -> d.span().start())
          .thenComparingInt(d -> d.span().end())
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  /** What makes two diagnostics the same one; spans are equal to each other, so offsets stand. */
  private record Identity(
      DiagnosticCode code, SourceText file, int start, int end, String message) {}

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Identity> seen = new LinkedHashSet<>();

  /** Creates an empty collector. */
  public Diagnostics() {}

  /** Adds a diagnostic unless the same one is there. */
  public void add(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    if (seen.add(
        new Identity(
            diagnostic.code(),
            diagnostic.file(),
            span.start(),
            span.end(),
            diagnostic.message()))) {
      found.add(diagnostic);
    }
  }

  /** Adds each of the given diagnostics. */
  public void addAll(Iterable<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  /** Returns whether an error is among them. */
  public boolean hasErrors() {
    return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** Returns whether nothing was added. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Returns how many there are. */
  public int size() {
    return found.size();
  }

  /** Returns a copy of what was added, by file name, then place, then code. */
  public List<Diagnostic> sorted() {
    return found.stream().sorted(ORDER).toList();
  }
}
