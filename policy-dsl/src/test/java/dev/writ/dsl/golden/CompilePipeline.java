package dev.writ.dsl.golden;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.lint.Linter;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;
import java.util.Map;

/** What golden cases are run through: all that reports diagnostics, findings among them. */
final class CompilePipeline {
  private CompilePipeline() {}

  /** Returns whether a phase that is run here reports a code, so that a case can show it. */
  static boolean reports(DiagnosticCode code) {
    return code.isFinding()
        || code.compareTo(DiagnosticCode.MALFORMED_TYPE) <= 0
        || (code.compareTo(DiagnosticCode.FILE_TOO_LARGE) >= 0
            && code.compareTo(DiagnosticCode.TOO_MANY_DIAGNOSTICS) <= 0);
  }

  /** Returns all diagnostics of a set of files, given as bytes by name. */
  static List<Diagnostic> diagnose(Map<String, byte[]> files, CompileLimits limits) {
    Compilation compilation = WritCompiler.withLimits(limits).compileBytes(files);
    Diagnostics all = new Diagnostics();
    all.addAll(compilation.diagnostics());
    all.addAll(Linter.standard().lint(compilation).findings());
    return all.sorted();
  }
}
