package dev.writ.dsl.check.expression;

import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;

/**
 * Puts in what a let stands for. Its body is checked anew at every use: what is proved to the left
 * of the use holds in the body, and what the body proves holds to the right.
 */
final class Lets {
  private final Checking at;

  Lets(Checking at) {
    this.at = at;
  }

  /** Uses a let of the rule. */
  Outcome use(Expression node, int index, Span span) {
    LocalLet let = at.context().lets().get(index);
    at.uses(let.name().text());
    return body(node, let.value(), at.frame().inLet(index, span), span);
  }

  /** Uses a let of a module. */
  Outcome use(Expression node, ModuleLet let, Span span) {
    String name = let.declaration().name().text();
    if (at.frame().lets().contains(let.id())) {
      at.error(
          DiagnosticCode.RECURSIVE_LET,
          span,
          "`" + name + "` stands for something that holds `" + name + "` itself",
          "a let cannot use itself: " + String.join(" → ", at.frame().lets()) + " → " + let.id());
      return at.failed();
    }
    if (!at.names().mayUse(let, span, at.frame().problems())) {
      return at.failed();
    }
    return body(node, let.declaration().value(), at.frame().inLet(let, span), span);
  }

  private Outcome body(Expression node, Expression body, Frame frame, Span span) {
    ExpressionFacts inner = at.facts().inner();
    at.facts().meaning(node, new Meaning.LetUse(body, inner));
    Wanted asked = at.wanted();
    Wanted passed =
        new Wanted(asked.type(), asked.position(), asked.secret(), false, asked.target());
    return at.budget()
        .inLet(at.frame().problems(), span, () -> at.in(frame, inner, body, passed, at.flow()));
  }
}
