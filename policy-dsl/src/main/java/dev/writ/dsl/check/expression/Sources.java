package dev.writ.dsl.check.expression;

import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.SourceOf;
import dev.writ.dsl.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/** {@code source of args.x}: where an argument, or an element of one, came from. */
final class Sources {
  private final Checking at;

  Sources(Checking at) {
    this.at = at;
  }

  Outcome check(SourceOf node) {
    Outcome found = at.check(node.operand());
    if (found.type() == null) {
      return at.failed();
    }
    Meaning meaning = meaning(found.path());
    if (meaning == null) {
      at.error(
          DiagnosticCode.NO_SOURCE,
          node.span(),
          "`" + at.text(node.operand().span()) + "` has no source",
          help(found.path()));
      return at.failed();
    }
    at.facts().meaning(node, meaning);
    return Outcome.of(Schema.SOURCE, at.flow());
  }

  private static @Nullable Meaning meaning(@Nullable AccessPath path) {
    if (path == null) {
      return null;
    }
    if (path.start() == ContextRoot.ARGS && path.steps().size() == 1) {
      return new Meaning.ArgSource(path.steps().get(0));
    }
    boolean element =
        path.start() instanceof LocalVariable variable
            && variable.args() != null
            && path.steps().isEmpty();
    if (!element) {
      return null;
    }
    LocalVariable variable = (LocalVariable) path.start();
    return variable.args() == null ? null : new Meaning.ElementSource(variable.args(), variable);
  }

  private static String help(@Nullable AccessPath path) {
    if (path != null && path.start() == ContextRoot.ARGS && path.steps().size() > 1) {
      return "it is told for the whole argument: `source of args." + path.steps().get(0) + "`";
    }
    return "it is told for what the principal chose: `source of args.…`, or the variable of a"
        + " quantifier over such sets";
  }
}
