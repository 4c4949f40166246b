package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.Comparison;
import dev.writ.dsl.ast.ComparisonOperator;
import dev.writ.dsl.ast.Contains;
import dev.writ.dsl.ast.EqualsIgnoringAsciiCase;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Has;
import dev.writ.dsl.ast.In;
import dev.writ.dsl.ast.Is;
import dev.writ.dsl.ast.IsNot;
import dev.writ.dsl.ast.Lacks;
import dev.writ.dsl.ast.Like;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Matches;
import dev.writ.dsl.ast.Nonempty;
import dev.writ.dsl.ast.NotIn;
import dev.writ.dsl.ast.StartsWith;
import dev.writ.dsl.ast.Under;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.Meaning;
import dev.writ.dsl.check.expression.TimeTest;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What relates two values, or asks something of one. */
final class RelationLowering {
  private final ExpressionLowering lowering;
  private final ExpressionFacts facts;

  RelationLowering(ExpressionLowering lowering, ExpressionFacts facts) {
    this.lowering = lowering;
    this.facts = facts;
  }

  private Expr lower(Expression node) {
    return lowering.lower(node);
  }

  private @Nullable Expr timeTest(Expression node) {
    TimeTest test = facts.find(node, TimeTest.class);
    return test == null ? null : test.accept(new TimeLowering(lowering));
  }

  Expr comparison(Comparison node) {
    Expr time = timeTest(node);
    return time != null
        ? time
        : new Expr.Compare(comparison(node.operator()), lower(node.left()), lower(node.right()));
  }

  static Expr.Comparison comparison(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL -> Expr.Comparison.EQ;
      case NOT_EQUAL -> Expr.Comparison.NE;
      case LESS -> Expr.Comparison.LT;
      case LESS_OR_EQUAL -> Expr.Comparison.LE;
      case GREATER -> Expr.Comparison.GT;
      case GREATER_OR_EQUAL -> Expr.Comparison.GE;
    };
  }

  Expr between(Between node) {
    Expr time = timeTest(node);
    return time != null
        ? time
        : new Expr.Between(lower(node.operand()), lower(node.low()), lower(node.high()));
  }

  Expr in(In node) {
    return in(node, node.left(), node.right());
  }

  Expr notIn(NotIn node) {
    return Folding.not(in(node, node.left(), node.right()));
  }

  private Expr in(Expression node, Expression left, Expression right) {
    Expr time = timeTest(node);
    if (time != null) {
      return time;
    }
    return switch (facts.meaning(node, Meaning.InForm.class)) {
      case ENTITIES -> new Expr.InEntities(lower(left), elements(right));
      case ENTITY_SET -> new Expr.InEntitySet(lower(left), lower(right));
      case LIST -> new Expr.InList(lower(left), elements(right));
      case SET -> new Expr.Contains(lower(right), lower(left));
      case NETWORK -> new Expr.InNetwork(lower(left), lower(right));
    };
  }

  private List<Expr> elements(Expression node) {
    return node instanceof ListLiteral list
        ? list.elements().stream().map(this::lower).toList()
        : List.of(lower(node));
  }

  Expr is(Is node) {
    return is(node, node.operand());
  }

  Expr isNot(IsNot node) {
    return Folding.not(is(node, node.operand()));
  }

  private Expr is(Expression node, Expression operand) {
    Meaning.TypeTest test = facts.meaning(node, Meaning.TypeTest.class);
    if (test.decided() != null) {
      return test.decided() ? Expr.yes() : Expr.no();
    }
    return new Expr.Is(lower(operand), new TreeSet<>(List.of(test.type())));
  }

  Expr has(Has node) {
    return new Expr.Has(lower(node.operand()), node.field().text());
  }

  Expr lacks(Lacks node) {
    return new Expr.Not(new Expr.Has(lower(node.operand()), node.field().text()));
  }

  Expr like(Like node) {
    return new Expr.Like(lower(node.operand()), pattern(node));
  }

  Expr matches(Matches node) {
    return new Expr.Matches(lower(node.operand()), pattern(node));
  }

  private String pattern(Expression node) {
    return facts.meaning(node, Meaning.PatternText.class).pattern();
  }

  Expr under(Under node) {
    Expr operand = lower(node.operand());
    return switch (facts.meaning(node, Meaning.UnderForm.class)) {
      case PATH -> new Expr.PathUnder(operand, lower(node.base()));
      case HOST -> new Expr.HostUnder(operand, text(node.base()));
    };
  }

  private String text(Expression literal) {
    Value value = Objects.requireNonNull(facts.constant(literal), "the value of a literal");
    return ((StringValue) value).value();
  }

  Expr startsWith(StartsWith node) {
    Meaning.Words words = facts.find(node, Meaning.Words.class);
    return words == null
        ? new Expr.StringStartsWith(lower(node.operand()), lower(node.prefix()))
        : new Expr.CommandStartsWith(lower(node.operand()), words.words());
  }

  Expr equalsIgnoringAsciiCase(EqualsIgnoringAsciiCase node) {
    return new Expr.EqualsIgnoringAsciiCase(lower(node.left()), lower(node.right()));
  }

  Expr contains(Contains node) {
    Expr set = lower(node.set());
    Expr operand = lower(node.operand());
    return switch (node.kind()) {
      case ONE -> new Expr.Contains(set, operand);
      case ALL -> new Expr.ContainsEach(true, set, operand);
      case ANY -> new Expr.ContainsEach(false, set, operand);
    };
  }

  Expr nonempty(Nonempty node) {
    Expr none = new Expr.Const(new IntValue(0));
    return new Expr.Compare(Expr.Comparison.GT, new Expr.Size(lower(node.set())), none);
  }
}
