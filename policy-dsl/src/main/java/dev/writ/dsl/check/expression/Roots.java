package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;

/** The parts of the request: which of them are there, and of what type. */
final class Roots {
  private final Checking at;

  Roots(Checking at) {
    this.at = at;
  }

  Outcome check(RootReference node) {
    if (node.root() == Root.NOW) {
      return new Times(at).misplaced(node.span());
    }
    ContextRoot root = of(node.root());
    at.facts().meaning(node, new Meaning.RootUse(root));
    return read(root, node.span());
  }

  Outcome read(ContextRoot root, Span span) {
    Type type = at.context().typeOf(root);
    if (type == null) {
      at.error(
          DiagnosticCode.ROOT_NOT_AVAILABLE, span, "there is no `" + root.word() + "` here", null);
      return at.failed();
    }
    if (root == ContextRoot.DELEGATOR && !at.flow().delegator()) {
      at.error(
          DiagnosticCode.NO_DELEGATOR,
          span,
          "there may be no `delegator`",
          "ask for it to the left: `has delegator and …`; `origin` is always there");
    }
    if (type instanceof Type.RecordType && !at.wanted().target()) {
      at.error(
          DiagnosticCode.NOT_A_VALUE,
          span,
          "`" + root.word() + "` alone is no value",
          "name one of its fields: `" + root.word() + ".…`");
      return at.failed();
    }
    return Outcome.of(type, at.flow()).at(AccessPath.of(root), 0).narrowed(at.flow());
  }

  private static ContextRoot of(Root root) {
    return switch (root) {
      case PRINCIPAL -> ContextRoot.PRINCIPAL;
      case DELEGATOR -> ContextRoot.DELEGATOR;
      case ORIGIN -> ContextRoot.ORIGIN;
      case RESOURCE -> ContextRoot.RESOURCE;
      case ARGS -> ContextRoot.ARGS;
      case FACTS -> ContextRoot.FACTS;
      case SESSION -> ContextRoot.SESSION;
      case NOW -> throw new IllegalArgumentException("`now` is no value");
    };
  }
}
