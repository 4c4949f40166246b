package dev.writ.dsl.check;

import dev.writ.dsl.ast.UseDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.Spelling;
import java.util.HashMap;
import java.util.Map;

/** Checks that each {@code use} names something, and that no two bring in the same bare name. */
final class UseChecker {
  private final Declarations declarations;
  private final Diagnostics diagnostics;

  UseChecker(Declarations declarations, Diagnostics diagnostics) {
    this.declarations = declarations;
    this.diagnostics = diagnostics;
  }

  void check() {
    declarations.files().forEach(this::check);
  }

  private void check(FileScope scope) {
    Map<String, UseDecl> single = new HashMap<>();
    for (UseDecl use : scope.uses()) {
      Declared<?> used = declarations.named(use.name().text());
      if (used != null) {
        clash(use, used, scope, single);
      } else if (!declarations.modules().contains(use.name().text())) {
        diagnostics.add(unknown(use, scope));
      }
    }
  }

  private void clash(UseDecl use, Declared<?> used, FileScope scope, Map<String, UseDecl> single) {
    Declared<?> own = declarations.named(scope.qualify(used.name()));
    UseDecl earlier = single.putIfAbsent(used.name(), use);
    if (own != null && !own.id().equals(used.id())) {
      diagnostics.add(
          clash(use, used, scope)
              .withRelated(own.scope().source(), own.nameSpan(), "this module declares it too"));
    } else if (earlier != null && !earlier.name().text().equals(used.id())) {
      diagnostics.add(
          clash(use, used, scope)
              .withRelated(scope.source(), earlier.span(), "this brings in the same name"));
    }
  }

  private static Diagnostic clash(UseDecl use, Declared<?> used, FileScope scope) {
    return Diagnostic.error(
            DiagnosticCode.CLASHING_USE,
            scope.source(),
            use.name().span(),
            "`" + used.name() + "` would stand for two declarations in this file")
        .withHelp("leave the `use` out and write `" + used.id() + "` where it is meant");
  }

  private Diagnostic unknown(UseDecl use, FileScope scope) {
    return Diagnostic.error(
            DiagnosticCode.UNKNOWN_MODULE,
            scope.source(),
            use.name().span(),
            "there is no module and no name `" + use.name().text() + "`")
        .withHelp(Spelling.didYouMean(use.name().text(), declarations.namedModules()).orElse(null));
  }
}
