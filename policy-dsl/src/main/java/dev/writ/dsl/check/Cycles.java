package dev.writ.dsl.check;

import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;

/** Words for declarations that are made of themselves. */
final class Cycles {
  private Cycles() {}

  /**
   * Returns the error that a declaration stands in its own definition.
   *
   * @param path the ids of the declarations that lead back, the declaration first
   */
  static Diagnostic error(
      DiagnosticCode code, String noun, Declared<?> declared, List<String> path) {
    String way = path.size() == 1 ? "" : ": " + String.join(" → ", path) + " → " + path.get(0);
    return declared
        .scope()
        .error(
            code, declared.nameSpan(), noun + " `" + declared.name() + "` is made of itself" + way);
  }
}
