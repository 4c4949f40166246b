package dev.writ.dsl.compile;

import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.parse.ParseResult;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Severity;
import dev.writ.dsl.source.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which errors of a set may only follow from files that could not be read whole: what they
 * declare is missing, so that its names stand for nothing.
 */
final class Consequences {
  private static final Set<DiagnosticCode> OF_MISSING_DECLARATIONS =
      EnumSet.of(
          DiagnosticCode.UNDECLARED_NAME,
          DiagnosticCode.UNKNOWN_NAME,
          DiagnosticCode.UNKNOWN_MODULE,
          DiagnosticCode.HEAD_SPANS_NOTHING);

  private Consequences() {}

  /**
   * Returns the tree without the declarations that have errors: what stands in them is only what
   * could be understood, and must not be taken at its word.
   */
  static PolicyFile sound(ParseResult result) {
    PolicyFile file = result.file();
    List<Span> errors =
        result.diagnostics().stream()
            .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
            .map(Diagnostic::span)
            .toList();
    List<Declaration> sound =
        file.declarations().stream()
            .filter(declaration -> errors.stream().noneMatch(at -> touch(declaration.span(), at)))
            .toList();
    return new PolicyFile(file.source(), file.module(), file.uses(), sound, file.comments());
  }

  private static boolean touch(Span declaration, Span error) {
    return declaration.start() <= error.end() && error.start() <= declaration.end();
  }

  /** Returns whether a diagnostic says something that the errors of parsing do not explain. */
  static boolean isIndependent(Diagnostic diagnostic, List<Diagnostic> parsing) {
    return !OF_MISSING_DECLARATIONS.contains(diagnostic.code())
        && parsing.stream().noneMatch(told -> isSame(told, diagnostic));
  }

  private static boolean isSame(Diagnostic one, Diagnostic other) {
    return one.code() == other.code()
        && one.file() == other.file()
        && one.span().start() == other.span().start();
  }
}
