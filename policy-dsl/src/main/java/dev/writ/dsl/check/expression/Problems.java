package dev.writ.dsl.check.expression;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.RelatedSpan;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where errors about one text go: a collector, the text, and the uses of lets that led there.
 *
 * <p>Not safe for use by several threads at a time.
 */
public final class Problems {
  private final Diagnostics diagnostics;
  private final SourceText file;
  private final List<RelatedSpan> uses;
  private int count;
  private final @Nullable Problems outer;

  /** Reports about a text. */
  public Problems(Diagnostics diagnostics, SourceText file) {
    this(diagnostics, file, List.of(), null);
  }

  private Problems(
      Diagnostics diagnostics, SourceText file, List<RelatedSpan> uses, @Nullable Problems outer) {
    this.diagnostics = diagnostics;
    this.file = file;
    this.uses = uses;
    this.outer = outer;
  }

  /** Reports about the text of a let that is used at a place of this text. */
  Problems inLet(String name, SourceText letFile, Span use) {
    List<RelatedSpan> more = new ArrayList<>();
    more.add(new RelatedSpan(file, use, "`" + name + "` is used here"));
    more.addAll(uses);
    return new Problems(diagnostics, letFile, more, this);
  }

  /** Returns the text. */
  public SourceText file() {
    return file;
  }

  /** Reports an error. */
  public void error(DiagnosticCode code, Span span, String message) {
    error(code, span, message, null);
  }

  /** Reports an error with help, or without for null. */
  public void error(DiagnosticCode code, Span span, String message, @Nullable String help) {
    add(Diagnostic.error(code, file, span, message).withHelp(help));
  }

  /** Reports a diagnostic as it is, with the uses of lets added to it. */
  public void add(Diagnostic diagnostic) {
    Diagnostic told = diagnostic;
    for (RelatedSpan use : uses) {
      told = told.withRelated(use.file(), use.span(), use.label());
    }
    diagnostics.add(told);
    for (Problems at = this; at != null; at = at.outer) {
      at.count++;
    }
  }

  /** Returns how many were reported through this object and those made from it. */
  public int count() {
    return count;
  }
}
