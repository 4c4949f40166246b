package dev.writ.dsl.check;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.UseDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.util.List;

/**
 * What names in one file stand for without a qualifier: those of its module, then those it uses.
 *
 * @param source the text of the file
 * @param module the module, empty where the file has no header
 * @param uses the uses, in the order written
 * @param header where the module is named, or the start of the file
 */
public record FileScope(SourceText source, String module, List<UseDecl> uses, Span header) {

  /** Copies the list. */
  public FileScope {
    uses = List.copyOf(uses);
  }

  /** Returns the scope of a file. */
  static FileScope of(PolicyFile file) {
    return file.module() == null
        ? new FileScope(file.source(), "", file.uses(), new Span(0, 0))
        : new FileScope(
            file.source(), file.module().name().text(), file.uses(), file.module().name().span());
  }

  /** Returns this scope as if the file belonged to another module. */
  FileScope inModule(String other) {
    return new FileScope(source, other, uses, header);
  }

  /** Returns the id of a bare name declared in this file's module. */
  String qualify(String name) {
    return module.isEmpty() ? name : module + "." + name;
  }

  /** Returns the id of a quoted name declared in this file's module. */
  String quotedId(String name) {
    return module.isEmpty() ? name : module + "/" + name;
  }

  /** Returns an error about a place in this file. */
  Diagnostic error(DiagnosticCode code, Span span, String message) {
    return Diagnostic.error(code, source, span, message);
  }
}
