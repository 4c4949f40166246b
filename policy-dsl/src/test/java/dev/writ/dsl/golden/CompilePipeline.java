package dev.writ.dsl.golden;

import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.Map;

/** What golden cases are run through: every phase of the compiler that reports diagnostics. */
final class CompilePipeline {
  private CompilePipeline() {}

  /** Returns whether a phase that is run here reports a code, so that a case can show it. */
  static boolean reports(DiagnosticCode code) {
    return code.compareTo(DiagnosticCode.MALFORMED_TYPE) <= 0
        || (code.compareTo(DiagnosticCode.FILE_TOO_LARGE) >= 0
            && code.compareTo(DiagnosticCode.TOO_MANY_DIAGNOSTICS) <= 0);
  }

  /** Returns all diagnostics of a set of files, given as bytes by name. */
  static List<Diagnostic> diagnose(Map<String, byte[]> files, CompileLimits limits) {
    return WritCompiler.withLimits(limits).compileBytes(files).diagnostics();
  }
}
