package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.Approved;
import dev.writ.dsl.ast.Confirmed;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Granted;
import dev.writ.dsl.ast.Labelled;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * {@code approved}, {@code confirmed}, {@code granted} and {@code labelled}: where more approvals
 * could only widen and more labels only narrow.
 */
final class Authority {
  private final Checking at;

  Authority(Checking at) {
    this.at = at;
  }

  Outcome approved(Approved node) {
    requireWidening("approved", node.span());
    return named(node, at.names().approval(node.name(), at.frame().problems()));
  }

  Outcome confirmed(Confirmed node) {
    requireWidening("confirmed", node.span());
    return named(node, at.names().confirmation(node.name(), at.frame().problems()));
  }

  Outcome granted(Granted node) {
    requireWidening("granted", node.span());
    return named(node, at.names().grant(node.name(), at.frame().problems()));
  }

  Outcome labelled(Labelled node) {
    if (at.wanted().position() != Position.NARROWS) {
      at.error(
          DiagnosticCode.LABEL_WOULD_WIDEN,
          node.span(),
          "`labelled` cannot stand here: it must be that a label only takes away",
          "it stands in the `when` of a forbid or limit and in the `unless` of a permit, under"
              + " `and` and `or` alone");
    }
    if (!(node.operand() instanceof RootReference root) || root.root() != Root.SESSION) {
      at.error(
          DiagnosticCode.OPERAND_TYPE,
          node.operand().span(),
          "only the session has labels",
          "write `session labelled " + node.label().text() + "`");
    } else {
      at.check(node.operand(), Wanted.TARGET);
    }
    return named(node, at.names().label(node.label(), at.frame().problems()));
  }

  private Outcome named(Expression node, @Nullable String id) {
    if (id != null) {
      at.facts().meaning(node, new Meaning.NameUse(id));
    }
    return at.bool();
  }

  private void requireWidening(String word, Span span) {
    if (at.wanted().position() != Position.WIDENS) {
      at.error(
          DiagnosticCode.APPROVAL_WOULD_NARROW,
          span,
          "`" + word + "` cannot stand here: it must be that it only adds",
          "it stands in the `when` of a permit, `may` or grant and in the `unless` of a forbid or"
              + " limit, under `and` and `or` alone");
    }
  }
}
