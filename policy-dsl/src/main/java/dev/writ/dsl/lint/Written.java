package dev.writ.dsl.lint;

import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;

/**
 * A declaration as it was written.
 *
 * @param <D> the kind of declaration
 * @param file the file it stands in
 * @param id the qualified name, or module and quoted name
 * @param name the name as written
 * @param declaration the tree
 */
record Written<D extends Declaration>(
    PolicyFile file, String id, DeclaredName name, D declaration) {

  /** Returns the text it stands in. */
  SourceText source() {
    return file.source();
  }

  /** Returns a warning that underlines the name. */
  Diagnostic warning(DiagnosticCode code, String message) {
    return warning(code, name.span(), message);
  }

  /** Returns a warning about a place in this declaration. */
  Diagnostic warning(DiagnosticCode code, Span span, String message) {
    return Diagnostic.warning(code, source(), span, message);
  }

  /** Returns this as a declaration of a class. */
  <E extends Declaration> Written<E> as(Class<E> type) {
    return new Written<>(file, id, name, type.cast(declaration));
  }
}
