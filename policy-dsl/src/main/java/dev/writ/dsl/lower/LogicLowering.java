package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Conditional;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Index;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.Not;
import dev.writ.dsl.ast.Or;
import dev.writ.dsl.ast.Quantifier;
import dev.writ.dsl.ast.QuantifierKind;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.Meaning;
import java.util.ArrayList;
import java.util.List;

/** {@code and or not}, conditionals and quantifiers. */
final class LogicLowering {
  private final ExpressionLowering lowering;
  private final ExpressionFacts facts;
  private final LocalNames locals;

  LogicLowering(ExpressionLowering lowering, ExpressionFacts facts, LocalNames locals) {
    this.lowering = lowering;
    this.facts = facts;
    this.locals = locals;
  }

  private Expr lower(Expression node) {
    return lowering.lower(node);
  }

  private List<Expr> reachable(List<Expression> nodes) {
    return nodes.stream().filter(node -> !facts.isUnreachable(node)).map(this::lower).toList();
  }

  Expr and(And node) {
    return Folding.and(reachable(node.operands()));
  }

  Expr or(Or node) {
    return Folding.or(reachable(node.operands()));
  }

  Expr not(Not node) {
    return Folding.not(lower(node.operand()));
  }

  Expr conditional(Conditional node) {
    boolean always = facts.isUnreachable(node.otherwise());
    boolean never = facts.isUnreachable(node.then());
    Expression then = never ? node.otherwise() : node.then();
    Expression otherwise = always ? node.then() : node.otherwise();
    return Folding.conditional(lower(node.condition()), () -> lower(then), () -> lower(otherwise));
  }

  Expr quantifier(Quantifier node) {
    Meaning.Ranged ranged = facts.meaning(node, Meaning.Ranged.class);
    List<Expr.QuantifiedSet> sets = new ArrayList<>();
    for (int i = 0; i < node.sets().size(); i++) {
      Expression set = node.sets().get(i);
      Expr presence = ranged.mayBeAbsent().get(i) ? presence(set) : null;
      sets.add(new Expr.QuantifiedSet(presence, lower(set)));
    }
    String local = locals.declare(ranged.variable());
    boolean every = node.kind() == QuantifierKind.EVERY;
    return new Expr.Quantified(every, local, sets, lower(node.body()));
  }

  private Expr presence(Expression set) {
    if (set instanceof Member member) {
      return new Expr.Has(lower(member.target()), member.name().text());
    }
    if (set instanceof Index index) {
      return new Expr.Has(lower(index.target()), index.key().value());
    }
    throw new IllegalStateException("only a field or a tag may be absent, not " + set);
  }
}
