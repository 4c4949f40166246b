package dev.writ.dsl.check;

import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that no call of a tool fits two bindings, in whatever modules they are. */
final class ToolNames {
  private final Diagnostics diagnostics;

  ToolNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Checks all bindings of a set, in the order of the files. */
  void check(List<Placed<ToolDecl>> tools) {
    Map<List<Optional<String>>, Placed<ToolDecl>> bound = new HashMap<>();
    Map<String, Placed<ToolDecl>> ofOneServer = new HashMap<>();
    for (Placed<ToolDecl> placed : tools) {
      ToolDecl tool = placed.declaration();
      Placed<ToolDecl> earlier = bound.putIfAbsent(key(tool), placed);
      if (earlier != null) {
        twice(placed, earlier);
      }
      if (tool.server() != null) {
        ofOneServer.putIfAbsent(tool.name().value(), placed);
      }
    }
    for (Placed<ToolDecl> placed : tools) {
      Placed<ToolDecl> other = ofOneServer.get(placed.declaration().name().value());
      if (placed.declaration().server() == null && other != null) {
        ofAnyServer(placed, other);
      }
    }
  }

  private static List<Optional<String>> key(ToolDecl tool) {
    return List.of(
        Optional.of(tool.name().value()),
        Optional.ofNullable(tool.server()).map(QuotedText::value));
  }

  private void twice(Placed<ToolDecl> placed, Placed<ToolDecl> earlier) {
    ToolDecl tool = placed.declaration();
    String of = tool.server() == null ? "" : " of `" + tool.server().value() + "`";
    diagnostics.add(
        placed
            .scope()
            .error(
                DiagnosticCode.DUPLICATE_TOOL,
                tool.name().span(),
                "tool `" + tool.name().value() + "`" + of + " is bound twice")
            .withHelp("a call is one request: keep one of the two")
            .withRelated(
                earlier.scope().source(),
                earlier.declaration().name().span(),
                "it is bound here first"));
  }

  private void ofAnyServer(Placed<ToolDecl> placed, Placed<ToolDecl> other) {
    ToolDecl tool = placed.declaration();
    diagnostics.add(
        placed
            .scope()
            .error(
                DiagnosticCode.TOOL_OF_ANY_SERVER,
                tool.name().span(),
                "tool `" + tool.name().value() + "` is bound for any server and for one of them")
            .withHelp("say `of \"SERVER\"` in every binding of this tool")
            .withRelated(
                other.scope().source(),
                other.declaration().name().span(),
                "it is bound for one server here"));
  }
}
