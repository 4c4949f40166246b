package dev.writ.dsl.parse;

import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Conditional;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.Not;
import dev.writ.dsl.ast.Or;
import dev.writ.dsl.ast.Quantifier;
import dev.writ.dsl.ast.QuantifierKind;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.BracedConditionContext;
import dev.writ.dsl.grammar.WritParser.ChainExpressionContext;
import dev.writ.dsl.grammar.WritParser.ConditionContext;
import dev.writ.dsl.grammar.WritParser.ConditionalContext;
import dev.writ.dsl.grammar.WritParser.ConjunctionContext;
import dev.writ.dsl.grammar.WritParser.ExpressionContext;
import dev.writ.dsl.grammar.WritParser.NegationContext;
import dev.writ.dsl.grammar.WritParser.NotContext;
import dev.writ.dsl.grammar.WritParser.OperandContext;
import dev.writ.dsl.grammar.WritParser.PlainConditionContext;
import dev.writ.dsl.grammar.WritParser.QuantifiedContext;
import dev.writ.dsl.grammar.WritParser.TailContext;
import dev.writ.dsl.grammar.WritParser.TailExpressionContext;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Builds expressions down to relations: the connectives, quantifiers and conditionals. */
final class ExpressionBuilder {
  private final Reporter reporter;
  private final NameBuilder names;
  private final RelationBuilder relations;
  private final OperandBuilder operands;

  ExpressionBuilder(Reporter reporter) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
    this.operands = new OperandBuilder(reporter, this);
    this.relations = new RelationBuilder(reporter, operands);
  }

  /** Returns the expression after {@code when} and the like; braces around it are reported. */
  Expression condition(ConditionContext context) {
    if (context instanceof PlainConditionContext plain) {
      return expression(plain.expression());
    } else if (context instanceof BracedConditionContext braced) {
      reporter.error(
          DiagnosticCode.BRACED_CONDITION,
          braced.getStart(),
          "a condition stands without braces",
          "delete `{` and `}`");
      return expression(braced.expression());
    }
    throw new Unhandled(context);
  }

  Expression operand(OperandContext context) {
    return operands.operand(context);
  }

  Expression expression(ExpressionContext context) {
    if (context instanceof TailExpressionContext tail) {
      return tail(tail.tail());
    } else if (context instanceof ChainExpressionContext chain) {
      return chain(chain);
    }
    throw new Unhandled(context);
  }

  private Expression chain(ChainExpressionContext context) {
    List<List<Expression>> groups = new ArrayList<>();
    for (ConjunctionContext conjunction : context.conjunction()) {
      groups.add(conjunction(conjunction));
    }
    context.or().forEach(or -> checkOperator(or.getStart(), "or"));
    if (context.tail() != null) {
      addTail(context, groups);
    }
    if (groups.size() > 1 && groups.stream().anyMatch(g -> g.size() > 1)) {
      reportMix(context, groups);
    }
    List<Expression> operands = groups.stream().map(ExpressionBuilder::and).toList();
    return operands.size() == 1 ? operands.get(0) : new Or(operands, spanOf(operands));
  }

  /** Joins a trailing quantifier or conditional: `and` goes for the last conjunction. */
  private void addTail(ChainExpressionContext context, List<List<Expression>> groups) {
    Expression tail = tail(context.tail());
    Token join = context.join;
    boolean isAnd = join.getType() == WritLexer.AND || join.getType() == WritLexer.AND_SIGN;
    checkOperator(join, isAnd ? "and" : "or");
    if (isAnd) {
      groups.get(groups.size() - 1).add(tail);
    } else {
      groups.add(new ArrayList<>(List.of(tail)));
    }
  }

  private void reportMix(ChainExpressionContext context, List<List<Expression>> groups) {
    Span mixed =
        groups.stream().filter(g -> g.size() > 1).findFirst().map(ExpressionBuilder::spanOf).get();
    String text = reporter.source().slice(mixed).strip();
    String help =
        text.length() > 60 || text.contains("\n")
            ? "put parentheses around the part that belongs together"
            : "write `(" + text + ")` if that is meant";
    reporter.add(
        Diagnostic.error(
                DiagnosticCode.MIXED_AND_OR,
                reporter.source(),
                reporter.span(context),
                "`and` and `or` are mixed without parentheses")
            .withHelp(help));
  }

  private static Expression and(List<Expression> operands) {
    return operands.size() == 1 ? operands.get(0) : new And(operands, spanOf(operands));
  }

  private static Span spanOf(List<Expression> operands) {
    return operands.get(0).span().to(operands.get(operands.size() - 1).span());
  }

  private List<Expression> conjunction(ConjunctionContext context) {
    List<Expression> operands = new ArrayList<>();
    for (NegationContext negation : context.negation()) {
      operands.add(negate(relations.relation(negation.relation()), negation.not()));
    }
    context.and().forEach(and -> checkOperator(and.getStart(), "and"));
    return operands;
  }

  private Expression tail(TailContext context) {
    Expression inner =
        context.quantified() != null
            ? quantified(context.quantified())
            : conditional(context.conditional());
    return negate(inner, context.not());
  }

  private Expression negate(Expression inner, List<NotContext> nots) {
    Expression result = inner;
    for (int i = nots.size() - 1; i >= 0; i--) {
      Token not = nots.get(i).getStart();
      checkOperator(not, "not");
      result = new Not(result, reporter.span(not).to(inner.span()));
    }
    return result;
  }

  private Expression quantified(QuantifiedContext context) {
    QuantifierKind kind =
        context.kind.getType() == WritLexer.ANY ? QuantifierKind.ANY : QuantifierKind.EVERY;
    Identifier variable = names.name(context.name());
    List<Expression> sets = context.operand().stream().map(operands::operand).toList();
    Expression body = expression(context.expression());
    return new Quantifier(kind, variable, sets, body, reporter.span(context));
  }

  private Expression conditional(ConditionalContext context) {
    return new Conditional(
        expression(context.test),
        expression(context.yes),
        expression(context.no),
        reporter.span(context));
  }

  private void checkOperator(Token token, String word) {
    if (!token.getText().equals(word)) {
      reporter.error(
          DiagnosticCode.FOREIGN_OPERATOR,
          token,
          "there is no operator " + Wording.quote(token.getText()),
          "write `" + word + "`");
    }
  }
}
