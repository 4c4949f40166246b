package dev.writ.dsl.golden;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.lint.Linter;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;
import java.util.Map;

/** What golden cases are run through: all that reports diagnostics, findings among them. */
final class CompilePipeline {
  private CompilePipeline() {}

  /** Returns all diagnostics of a set of files, given as bytes by name. */
  static List<Diagnostic> diagnose(Map<String, byte[]> files, CompileLimits limits) {
    Compilation compilation = WritCompiler.withLimits(limits).compileBytes(files);
    Diagnostics all = new Diagnostics();
    all.addAll(compilation.diagnostics());
    all.addAll(Linter.standard().lint(compilation).findings());
    return all.sorted();
  }
}
