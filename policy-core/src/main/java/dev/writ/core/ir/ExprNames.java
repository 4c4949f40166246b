package dev.writ.core.ir;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Walks an expression and hands every name in it to the check.
 *
 * @param check what is declared
 * @param roots the words of the request that are known here
 * @param locals the variables that are bound here
 */
record ExprNames(ExprCheck check, Set<Expr.Root> roots, Set<String> locals)
    implements ExprVisitor<Boolean> {

  private Boolean operands(Expr expr) {
    for (Expr operand : ExprChildren.of(expr)) {
      operand.accept(this);
    }
    return true;
  }

  private static boolean isMinute(int minute) {
    return 0 <= minute && minute < 24 * 60;
  }

  @Override
  public Boolean visitConst(Expr.Const expr) {
    check.constant(expr.value());
    return true;
  }

  @Override
  public Boolean visitVar(Expr.Var expr) {
    check.require(
        roots.contains(expr.root()),
        "`" + expr.root().name().toLowerCase(Locale.ROOT) + "` is not known here");
    return true;
  }

  @Override
  public Boolean visitLocal(Expr.Local expr) {
    check.require(locals.contains(expr.name()), "the variable `" + expr.name() + "` is not bound");
    return true;
  }

  @Override
  public Boolean visitMember(Expr.Member expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitPartOf(Expr.PartOf expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitHas(Expr.Has expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitHasDelegator(Expr.HasDelegator expr) {
    return true;
  }

  @Override
  public Boolean visitNot(Expr.Not expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitAnd(Expr.And expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitOr(Expr.Or expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitIf(Expr.If expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitCompare(Expr.Compare expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitArith(Expr.Arith expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitTimes(Expr.Times expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitBetween(Expr.Between expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitInEntities(Expr.InEntities expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitInEntitySet(Expr.InEntitySet expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitInList(Expr.InList expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitInNetwork(Expr.InNetwork expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitIs(Expr.Is expr) {
    check.entityTypes(expr.types());
    return operands(expr);
  }

  @Override
  public Boolean visitContains(Expr.Contains expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitContainsEach(Expr.ContainsEach expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitSize(Expr.Size expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitSetOf(Expr.SetOf expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitLike(Expr.Like expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitMatches(Expr.Matches expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitPathUnder(Expr.PathUnder expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitHostUnder(Expr.HostUnder expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitStringStartsWith(Expr.StringStartsWith expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitCommandStartsWith(Expr.CommandStartsWith expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitQuantified(Expr.Quantified expr) {
    for (Expr.QuantifiedSet set : expr.sets()) {
      if (set.presence() != null) {
        set.presence().accept(this);
      }
      set.set().accept(this);
    }
    Set<String> inner = new HashSet<>(locals);
    check.require(inner.add(expr.local()), "the variable `" + expr.local() + "` is bound twice");
    return expr.body().accept(new ExprNames(check, roots, inner));
  }

  @Override
  public Boolean visitSourceOfArg(Expr.SourceOfArg expr) {
    return true;
  }

  @Override
  public Boolean visitSourceOfElement(Expr.SourceOfElement expr) {
    check.require(
        locals.contains(expr.local()), "the variable `" + expr.local() + "` is not bound");
    return true;
  }

  @Override
  public Boolean visitApproved(Expr.Approved expr) {
    check.approval(expr.approval());
    return true;
  }

  @Override
  public Boolean visitConfirmed(Expr.Confirmed expr) {
    check.confirmation(expr.confirmation());
    return true;
  }

  @Override
  public Boolean visitGranted(Expr.Granted expr) {
    check.grant(expr.grant());
    return true;
  }

  @Override
  public Boolean visitLabelled(Expr.Labelled expr) {
    check.label(expr.label());
    return true;
  }

  @Override
  public Boolean visitNowCompare(Expr.NowCompare expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitAgeCompare(Expr.AgeCompare expr) {
    return operands(expr);
  }

  @Override
  public Boolean visitHourCompare(Expr.HourCompare expr) {
    check.zone(expr.zone());
    return operands(expr);
  }

  @Override
  public Boolean visitWeekdayIn(Expr.WeekdayIn expr) {
    check.zone(expr.zone());
    check.require(
        expr.days().stream().allMatch(day -> 0 <= day && day < 7), "a day of the week is 0 to 6");
    return true;
  }

  @Override
  public Boolean visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    check.zone(expr.zone());
    check.require(
        isMinute(expr.fromMinute()) && isMinute(expr.toMinute()),
        "a minute of the day is 0 to 1439");
    return true;
  }
}
