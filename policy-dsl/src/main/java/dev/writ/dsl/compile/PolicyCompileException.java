package dev.writ.dsl.compile;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import java.util.List;

/** A policy set that does not compile; the message is what the compiler has to say about it. */
public final class PolicyCompileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  PolicyCompileException(List<Diagnostic> diagnostics) {
    super(
        "the policies do not compile\n" + new DiagnosticRenderer(Palette.NONE).render(diagnostics));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Returns errors and warnings, by file and place; empty after serialization. */
  public List<Diagnostic> diagnostics() {
    return diagnostics == null ? List.of() : diagnostics;
  }
}
