package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The check of one node: where it stands, what is proved there and what is wanted of it. */
final class Checking {
  private final Frame frame;
  private final Flow flow;
  private final Wanted wanted;
  private final ExpressionFacts facts;
  private final Budget budget;
  private final Set<String> letsUsed;

  Checking(
      Frame frame,
      Flow flow,
      Wanted wanted,
      ExpressionFacts facts,
      Budget budget,
      Set<String> letsUsed) {
    this.frame = frame;
    this.flow = flow;
    this.wanted = wanted;
    this.facts = facts;
    this.budget = budget;
    this.letsUsed = letsUsed;
  }

  Frame frame() {
    return frame;
  }

  Flow flow() {
    return flow;
  }

  Wanted wanted() {
    return wanted;
  }

  ExpressionFacts facts() {
    return facts;
  }

  Budget budget() {
    return budget;
  }

  TypeContext context() {
    return frame.context();
  }

  Names names() {
    return frame.context().names();
  }

  /** Notes that a let of the rule was used. */
  void uses(String ruleLet) {
    letsUsed.add(ruleLet);
  }

  /** Checks an operand that is asked for nothing in particular. */
  Outcome check(Expression node) {
    return check(node, Wanted.ANY);
  }

  Outcome check(Expression node, Wanted asked) {
    return check(node, asked, flow);
  }

  Outcome check(Expression node, Wanted asked, Flow known) {
    return in(frame, facts, node, asked, known);
  }

  /** Checks a node of another frame, such as the body of a let. */
  Outcome in(Frame other, ExpressionFacts about, Expression node, Wanted asked, Flow known) {
    try {
      if (!budget.enter(node, other.problems())) {
        return Outcome.failed(known);
      }
      Outcome found = new Checking(other, known, asked, about, budget, letsUsed).kindOf(node);
      if (found.type() != null) {
        about.type(node, found.type());
      }
      return found;
    } finally {
      budget.leave();
    }
  }

  private Outcome kindOf(Expression node) {
    return node.accept(new NodeKinds(this));
  }

  /** Checks an operand that must be a Bool; where it is not, that is reported. */
  Outcome condition(Expression node, Position position, Flow known) {
    Outcome found = check(node, Wanted.condition(position), known);
    if (found.failed() || found.is(Type.Scalar.BOOL)) {
      return found.failed() ? Outcome.bool(known, known) : found;
    }
    error(
        DiagnosticCode.NOT_A_CONDITION,
        node.span(),
        "a condition is a `Bool`, and this is " + TypeWords.of(found.type()),
        Conversions.toCondition(text(node.span()), found));
    return Outcome.bool(known, known);
  }

  /** A constant. */
  Outcome constant(Expression node, Value value, Type type) {
    facts.constant(node, value);
    return Outcome.of(type, flow);
  }

  /** A Bool that proves nothing. */
  Outcome bool() {
    return Outcome.bool(flow, flow);
  }

  Outcome failed() {
    return Outcome.failed(flow);
  }

  void error(DiagnosticCode code, Span span, String message, @Nullable String help) {
    frame.problems().error(code, span, message, help);
  }

  /** The text of a span, on one line. */
  String text(Span span) {
    return frame.problems().file().slice(span).strip().replaceAll("\\s+", " ");
  }
}
