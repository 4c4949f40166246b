package dev.writ.dsl.lint;

import dev.writ.dsl.ast.And;
import dev.writ.dsl.ast.Approved;
import dev.writ.dsl.ast.Arithmetic;
import dev.writ.dsl.ast.Between;
import dev.writ.dsl.ast.BoolLiteral;
import dev.writ.dsl.ast.Call;
import dev.writ.dsl.ast.Comparison;
import dev.writ.dsl.ast.Conditional;
import dev.writ.dsl.ast.Confirmed;
import dev.writ.dsl.ast.Contains;
import dev.writ.dsl.ast.DecimalLiteral;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.EntityLiteral;
import dev.writ.dsl.ast.EqualsIgnoringAsciiCase;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.ExpressionVisitor;
import dev.writ.dsl.ast.Granted;
import dev.writ.dsl.ast.Has;
import dev.writ.dsl.ast.HasDelegator;
import dev.writ.dsl.ast.In;
import dev.writ.dsl.ast.Index;
import dev.writ.dsl.ast.InstantLiteral;
import dev.writ.dsl.ast.IntLiteral;
import dev.writ.dsl.ast.Is;
import dev.writ.dsl.ast.IsNot;
import dev.writ.dsl.ast.Labelled;
import dev.writ.dsl.ast.Lacks;
import dev.writ.dsl.ast.LacksDelegator;
import dev.writ.dsl.ast.Like;
import dev.writ.dsl.ast.ListLiteral;
import dev.writ.dsl.ast.Matches;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.ast.NameReference;
import dev.writ.dsl.ast.Negate;
import dev.writ.dsl.ast.Nonempty;
import dev.writ.dsl.ast.Not;
import dev.writ.dsl.ast.NotIn;
import dev.writ.dsl.ast.Or;
import dev.writ.dsl.ast.Quantifier;
import dev.writ.dsl.ast.RecordEntry;
import dev.writ.dsl.ast.RecordLiteral;
import dev.writ.dsl.ast.RootReference;
import dev.writ.dsl.ast.Size;
import dev.writ.dsl.ast.SourceOf;
import dev.writ.dsl.ast.StartsWith;
import dev.writ.dsl.ast.StringLiteral;
import dev.writ.dsl.ast.TimeOfDayLiteral;
import dev.writ.dsl.ast.Under;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The direct operands of written expressions, in the order of the text. */
enum Operands implements ExpressionVisitor<List<Expression>> {
  INSTANCE;

  /** Returns the first expression in or below one, in the order of the text, that passes a test. */
  static Optional<Expression> first(Expression root, Predicate<Expression> test) {
    if (test.test(root)) {
      return Optional.of(root);
    }
    for (Expression operand : root.accept(INSTANCE)) {
      Optional<Expression> found = first(operand, test);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<Expression> joined(List<Expression> first, List<Expression> rest) {
    List<Expression> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }

  @Override
  public List<Expression> visitAnd(And node) {
    return node.operands();
  }

  @Override
  public List<Expression> visitApproved(Approved node) {
    return List.of();
  }

  @Override
  public List<Expression> visitArithmetic(Arithmetic node) {
    return List.of(node.left(), node.right());
  }

  @Override
  public List<Expression> visitBetween(Between node) {
    return List.of(node.operand(), node.low(), node.high());
  }

  @Override
  public List<Expression> visitBool(BoolLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitCall(Call node) {
    return joined(List.of(node.target()), node.arguments());
  }

  @Override
  public List<Expression> visitComparison(Comparison node) {
    return List.of(node.left(), node.right());
  }

  @Override
  public List<Expression> visitConditional(Conditional node) {
    return List.of(node.condition(), node.then(), node.otherwise());
  }

  @Override
  public List<Expression> visitConfirmed(Confirmed node) {
    return List.of();
  }

  @Override
  public List<Expression> visitContains(Contains node) {
    return List.of(node.set(), node.operand());
  }

  @Override
  public List<Expression> visitDecimal(DecimalLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitDuration(DurationLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitEntity(EntityLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitEqualsIgnoringAsciiCase(EqualsIgnoringAsciiCase node) {
    return List.of(node.left(), node.right());
  }

  @Override
  public List<Expression> visitGranted(Granted node) {
    return List.of();
  }

  @Override
  public List<Expression> visitHas(Has node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitHasDelegator(HasDelegator node) {
    return List.of();
  }

  @Override
  public List<Expression> visitIn(In node) {
    return List.of(node.left(), node.right());
  }

  @Override
  public List<Expression> visitIndex(Index node) {
    return List.of(node.target());
  }

  @Override
  public List<Expression> visitInstant(InstantLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitInt(IntLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitIs(Is node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitIsNot(IsNot node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitLabelled(Labelled node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitLacks(Lacks node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitLacksDelegator(LacksDelegator node) {
    return List.of();
  }

  @Override
  public List<Expression> visitLike(Like node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitList(ListLiteral node) {
    return node.elements();
  }

  @Override
  public List<Expression> visitMatches(Matches node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitMember(Member node) {
    return List.of(node.target());
  }

  @Override
  public List<Expression> visitName(NameReference node) {
    return List.of();
  }

  @Override
  public List<Expression> visitNegate(Negate node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitNonempty(Nonempty node) {
    return List.of(node.set());
  }

  @Override
  public List<Expression> visitNot(Not node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitNotIn(NotIn node) {
    return List.of(node.left(), node.right());
  }

  @Override
  public List<Expression> visitOr(Or node) {
    return node.operands();
  }

  @Override
  public List<Expression> visitQuantifier(Quantifier node) {
    return joined(node.sets(), List.of(node.body()));
  }

  @Override
  public List<Expression> visitRecord(RecordLiteral node) {
    return node.entries().stream().map(RecordEntry::value).toList();
  }

  @Override
  public List<Expression> visitRoot(RootReference node) {
    return List.of();
  }

  @Override
  public List<Expression> visitSize(Size node) {
    return List.of(node.set());
  }

  @Override
  public List<Expression> visitSourceOf(SourceOf node) {
    return List.of(node.operand());
  }

  @Override
  public List<Expression> visitStartsWith(StartsWith node) {
    return List.of(node.operand(), node.prefix());
  }

  @Override
  public List<Expression> visitString(StringLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitTimeOfDay(TimeOfDayLiteral node) {
    return List.of();
  }

  @Override
  public List<Expression> visitUnder(Under node) {
    return List.of(node.operand(), node.base());
  }
}
