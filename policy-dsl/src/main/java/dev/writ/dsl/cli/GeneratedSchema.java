package dev.writ.dsl.cli;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.imports.McpOptions;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Compiles what the command generates, so that nothing is written that does not compile. */
final class GeneratedSchema {
  private GeneratedSchema() {}

  /**
   * Compiles a schema, together with declarations of what it uses from other modules.
   *
   * @throws InputException if it is larger than a policy file may be
   * @throws IllegalStateException if it does not compile, which is a fault of the generator
   */
  static void check(String text, McpOptions options) {
    int most = CompileLimits.DEFAULT.parse().fileSize();
    if (text.length() > most) {
      throw new InputException(
          "the schema would be larger than the " + most + " bytes of a policy file",
          "give fewer tools at a time, to modules of their own");
    }
    List<SourceText> texts = new ArrayList<>();
    texts.add(new SourceText("generated.writ", text));
    texts.addAll(options.declarationsElsewhere());
    Compilation compilation = WritCompiler.compile(texts);
    if (!compilation.isSuccess()) {
      Diagnostic first = compilation.errors().get(0);
      throw new IllegalStateException(
          "the schema does not compile: " + first.code() + " " + first.message());
    }
  }
}
