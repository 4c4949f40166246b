package dev.writ.dsl.check;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.ToolDigest;
import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.ToolDecl;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the bindings of tools. */
final class ToolChecker {
  private final SetContext context;
  private final CheckedSink sink;

  ToolChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(List<Placed<ToolDecl>> tools) {
    new ToolNames(context.diagnostics()).check(tools);
    tools.forEach(this::check);
  }

  private void check(Placed<ToolDecl> placed) {
    ToolDecl tool = placed.declaration();
    FileScope scope = placed.scope();
    if (context.taint().touches(scope.source(), tool.span())) {
      return;
    }
    Problems problems = context.problems(scope);
    guard(tool, scope, problems);
    digest(tool.digest(), problems);
    Declared<ActionDecl> declared =
        context.names().resolve(tool.action(), scope, DeclarationKind.ACTION, ActionDecl.class);
    ActionDef action = declared == null ? null : context.schema().action(declared.id());
    if (action == null) {
      return;
    }
    int before = context.diagnostics().size();
    Optional<CheckedTool.Resource> resource =
        tool.resource().accept(new ToolResources(context, scope, action));
    new ToolArguments(tool, action, problems).check();
    if (resource.isPresent() && context.diagnostics().size() == before) {
      sink.tool(new CheckedTool(scope.module(), tool, action.name(), resource.get()));
    }
  }

  private void guard(ToolDecl tool, FileScope scope, Problems problems) {
    EntityId guard = context.guard(scope);
    if (guard != null) {
      problems.error(
          DiagnosticCode.TOOL_UNDER_GUARD,
          tool.name().span(),
          "module `" + scope.module() + "` stays inside `" + guard + "` and cannot bind a tool",
          "a binding speaks for every call of the tool: move it to a module without a guard");
    }
  }

  private static void digest(@Nullable QuotedText digest, Problems problems) {
    if (digest != null && !ToolDigest.isDigest(digest.value())) {
      problems.error(
          DiagnosticCode.MALFORMED_DIGEST,
          digest.span(),
          "this is not the digest of a tool",
          "write `sha256:` and 64 hexadecimal digits in lower case");
    }
  }
}
