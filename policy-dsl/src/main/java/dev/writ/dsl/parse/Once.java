package dev.writ.dsl.parse;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/** The value of a clause that may stand once; a second one is reported and left out. */
final class Once<T> {
  private final Reporter reporter;
  private final String clause;
  private final String help;
  private @Nullable T value;
  private @Nullable Span first;

  Once(Reporter reporter, String clause, String help) {
    this.reporter = reporter;
    this.clause = clause;
    this.help = help;
  }

  Once(Reporter reporter, String clause) {
    this(reporter, clause, "keep one of them");
  }

  void set(Span span, T given) {
    if (first == null) {
      first = span;
      value = given;
    } else {
      reporter.add(
          Diagnostic.error(
                  DiagnosticCode.REPEATED_CLAUSE,
                  reporter.source(),
                  span,
                  "`" + clause + "` stands here twice")
              .withHelp(help)
              .withRelated(reporter.source(), first, "it stands here first"));
    }
  }

  boolean isSet() {
    return first != null;
  }

  @Nullable T get() {
    return value;
  }

  /** Returns the value, or another where there is none. */
  T orElse(T other) {
    return value == null ? other : value;
  }
}
