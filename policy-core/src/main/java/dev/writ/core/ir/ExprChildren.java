package dev.writ.core.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The direct operands of an expression, in the order of its text. For walks that treat most nodes
 * alike: which names an expression mentions, whether it reads the session.
 *
 * <p>Stateless, thread-safe.
 */
public final class ExprChildren implements ExprVisitor<List<Expr>> {

  private static final ExprChildren INSTANCE = new ExprChildren();

  private ExprChildren() {}

  /** The direct operands of this expression; empty for a leaf. */
  public static List<Expr> of(Expr expr) {
    return expr.accept(INSTANCE);
  }

  /** Whether the expression itself, or one below it, passes the test. */
  public static boolean anyMatch(Expr expr, Predicate<Expr> test) {
    if (test.test(expr)) {
      return true;
    }
    for (Expr child : of(expr)) {
      if (anyMatch(child, test)) {
        return true;
      }
    }
    return false;
  }

  private static List<Expr> concat(Expr first, List<Expr> rest) {
    List<Expr> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  @Override
  public List<Expr> visitConst(Expr.Const expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitVar(Expr.Var expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitLocal(Expr.Local expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitMember(Expr.Member expr) {
    return List.of(expr.of());
  }

  @Override
  public List<Expr> visitPartOf(Expr.PartOf expr) {
    return List.of(expr.of());
  }

  @Override
  public List<Expr> visitHas(Expr.Has expr) {
    return List.of(expr.of());
  }

  @Override
  public List<Expr> visitHasDelegator(Expr.HasDelegator expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitNot(Expr.Not expr) {
    return List.of(expr.operand());
  }

  @Override
  public List<Expr> visitAnd(Expr.And expr) {
    return expr.operands();
  }

  @Override
  public List<Expr> visitOr(Expr.Or expr) {
    return expr.operands();
  }

  @Override
  public List<Expr> visitIf(Expr.If expr) {
    return List.of(expr.condition(), expr.then(), expr.otherwise());
  }

  @Override
  public List<Expr> visitCompare(Expr.Compare expr) {
    return List.of(expr.left(), expr.right());
  }

  @Override
  public List<Expr> visitArith(Expr.Arith expr) {
    return List.of(expr.left(), expr.right());
  }

  @Override
  public List<Expr> visitTimes(Expr.Times expr) {
    return List.of(expr.operand());
  }

  @Override
  public List<Expr> visitBetween(Expr.Between expr) {
    return List.of(expr.operand(), expr.from(), expr.to());
  }

  @Override
  public List<Expr> visitInEntities(Expr.InEntities expr) {
    return concat(expr.member(), expr.groups());
  }

  @Override
  public List<Expr> visitInEntitySet(Expr.InEntitySet expr) {
    return List.of(expr.member(), expr.groups());
  }

  @Override
  public List<Expr> visitInList(Expr.InList expr) {
    return concat(expr.element(), expr.list());
  }

  @Override
  public List<Expr> visitInNetwork(Expr.InNetwork expr) {
    return List.of(expr.ip(), expr.network());
  }

  @Override
  public List<Expr> visitIs(Expr.Is expr) {
    return List.of(expr.entity());
  }

  @Override
  public List<Expr> visitContains(Expr.Contains expr) {
    return List.of(expr.set(), expr.element());
  }

  @Override
  public List<Expr> visitContainsEach(Expr.ContainsEach expr) {
    return List.of(expr.set(), expr.elements());
  }

  @Override
  public List<Expr> visitSize(Expr.Size expr) {
    return List.of(expr.set());
  }

  @Override
  public List<Expr> visitSetOf(Expr.SetOf expr) {
    return expr.elements();
  }

  @Override
  public List<Expr> visitLike(Expr.Like expr) {
    return List.of(expr.string());
  }

  @Override
  public List<Expr> visitMatches(Expr.Matches expr) {
    return List.of(expr.path());
  }

  @Override
  public List<Expr> visitPathUnder(Expr.PathUnder expr) {
    return List.of(expr.path(), expr.base());
  }

  @Override
  public List<Expr> visitHostUnder(Expr.HostUnder expr) {
    return List.of(expr.host());
  }

  @Override
  public List<Expr> visitStringStartsWith(Expr.StringStartsWith expr) {
    return List.of(expr.string(), expr.prefix());
  }

  @Override
  public List<Expr> visitCommandStartsWith(Expr.CommandStartsWith expr) {
    return List.of(expr.command());
  }

  @Override
  public List<Expr> visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return List.of(expr.left(), expr.right());
  }

  @Override
  public List<Expr> visitQuantified(Expr.Quantified expr) {
    List<Expr> all = new ArrayList<>();
    for (Expr.QuantifiedSet set : expr.sets()) {
      if (set.presence() != null) {
        all.add(set.presence());
      }
      all.add(set.set());
    }
    all.add(expr.body());
    return all;
  }

  @Override
  public List<Expr> visitSourceOfArg(Expr.SourceOfArg expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitSourceOfElement(Expr.SourceOfElement expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitApproved(Expr.Approved expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitConfirmed(Expr.Confirmed expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitGranted(Expr.Granted expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitLabelled(Expr.Labelled expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitNowCompare(Expr.NowCompare expr) {
    return List.of(expr.instant());
  }

  @Override
  public List<Expr> visitAgeCompare(Expr.AgeCompare expr) {
    return List.of(expr.since(), expr.duration());
  }

  @Override
  public List<Expr> visitHourCompare(Expr.HourCompare expr) {
    return List.of(expr.hour());
  }

  @Override
  public List<Expr> visitWeekdayIn(Expr.WeekdayIn expr) {
    return List.of();
  }

  @Override
  public List<Expr> visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    return List.of();
  }
}
