package dev.writ.core.engine;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprVisitor;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition could come to when nothing is known but who the principal is. Only what the
 * principal's type, groups and attributes settle is settled; everything else is open.
 */
final class Chances implements ExprVisitor<Chances.Chance> {

  /** What a condition could be. */
  enum Chance {
    TRUE,
    FALSE,
    /** Anything, an error among it. */
    OPEN;

    static Chance of(boolean value) {
      return value ? TRUE : FALSE;
    }

    boolean mayBeTrue() {
      return this != FALSE;
    }

    boolean mayBeFalse() {
      return this != TRUE;
    }

    Chance not() {
      return this == OPEN ? OPEN : of(this == FALSE);
    }

    Chance and(Chance other) {
      if (this == FALSE || other == FALSE) {
        return FALSE;
      }
      return this == TRUE && other == TRUE ? TRUE : OPEN;
    }

    Chance or(Chance other) {
      return not().and(other.not()).not();
    }
  }

  private final EntityId principal;
  private final EntityStore entities;
  private final boolean mayComeWithRequest;

  Chances(EntityId principal, EntityStore entities) {
    this.principal = principal;
    this.entities = entities;
    this.mayComeWithRequest = !entities.isKnown(principal);
  }

  Chance of(Expr condition) {
    return condition.accept(this);
  }

  private static boolean isPrincipal(Expr expr) {
    return expr.equals(new Expr.Var(Expr.Root.PRINCIPAL));
  }

  private Chance in(List<Expr> groups) {
    EntityAnswer<Set<EntityId>> answer = entities.ancestors(principal);
    if (!(answer instanceof EntityAnswer.Known<Set<EntityId>> known)) {
      return Chance.OPEN;
    }
    Chance any = Chance.FALSE;
    for (Expr group : groups) {
      Value value = value(group);
      any = any.or(value == null ? Chance.OPEN : Chance.of(known.value().contains(value)));
    }
    return any;
  }

  /** The value of a constant, of the principal or of one of its attributes; else null. */
  private @Nullable Value value(Expr expr) {
    if (expr instanceof Expr.Const constant) {
      return constant.value();
    }
    if (isPrincipal(expr)) {
      return principal;
    }
    if (expr instanceof Expr.Member member && isPrincipal(member.of())) {
      EntityAnswer<RecordValue> answer = entities.attributes(principal);
      return answer instanceof EntityAnswer.Known<RecordValue> known
          ? known.value().get(member.name())
          : null;
    }
    return null;
  }

  @Override
  public Chance visitConst(Expr.Const expr) {
    return expr.value() instanceof BoolValue bool ? Chance.of(bool.value()) : Chance.OPEN;
  }

  @Override
  public Chance visitVar(Expr.Var expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitLocal(Expr.Local expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitMember(Expr.Member expr) {
    Value value = value(expr);
    return value instanceof BoolValue bool ? Chance.of(bool.value()) : Chance.OPEN;
  }

  @Override
  public Chance visitPartOf(Expr.PartOf expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitHas(Expr.Has expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitHasDelegator(Expr.HasDelegator expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitNot(Expr.Not expr) {
    return expr.operand().accept(this).not();
  }

  @Override
  public Chance visitAnd(Expr.And expr) {
    Chance all = Chance.TRUE;
    for (Expr operand : expr.operands()) {
      all = all.and(operand.accept(this));
    }
    return all;
  }

  @Override
  public Chance visitOr(Expr.Or expr) {
    Chance any = Chance.FALSE;
    for (Expr operand : expr.operands()) {
      any = any.or(operand.accept(this));
    }
    return any;
  }

  @Override
  public Chance visitIf(Expr.If expr) {
    Chance condition = expr.condition().accept(this);
    Chance then = expr.then().accept(this);
    Chance otherwise = expr.otherwise().accept(this);
    return condition == Chance.TRUE ? then : condition == Chance.FALSE ? otherwise : Chance.OPEN;
  }

  @Override
  public Chance visitCompare(Expr.Compare expr) {
    Value left = value(expr.left());
    Value right = value(expr.right());
    if (left == null || right == null) {
      return Chance.OPEN;
    }
    return switch (expr.op()) {
      case EQ -> Chance.of(left.equals(right));
      case NE -> Chance.of(!left.equals(right));
      case LT, LE, GT, GE -> Chance.OPEN;
    };
  }

  @Override
  public Chance visitArith(Expr.Arith expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitTimes(Expr.Times expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitBetween(Expr.Between expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitInEntities(Expr.InEntities expr) {
    return isPrincipal(expr.member()) && !mayComeWithRequest ? in(expr.groups()) : Chance.OPEN;
  }

  @Override
  public Chance visitInEntitySet(Expr.InEntitySet expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitInList(Expr.InList expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitInNetwork(Expr.InNetwork expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitIs(Expr.Is expr) {
    return isPrincipal(expr.entity())
        ? Chance.of(expr.types().contains(principal.type()))
        : Chance.OPEN;
  }

  @Override
  public Chance visitContains(Expr.Contains expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitContainsEach(Expr.ContainsEach expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitSize(Expr.Size expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitSetOf(Expr.SetOf expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitLike(Expr.Like expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitMatches(Expr.Matches expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitPathUnder(Expr.PathUnder expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitHostUnder(Expr.HostUnder expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitStringStartsWith(Expr.StringStartsWith expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitCommandStartsWith(Expr.CommandStartsWith expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitQuantified(Expr.Quantified expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitSourceOfArg(Expr.SourceOfArg expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitSourceOfElement(Expr.SourceOfElement expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitApproved(Expr.Approved expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitConfirmed(Expr.Confirmed expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitGranted(Expr.Granted expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitLabelled(Expr.Labelled expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitNowCompare(Expr.NowCompare expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitAgeCompare(Expr.AgeCompare expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitHourCompare(Expr.HourCompare expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitWeekdayIn(Expr.WeekdayIn expr) {
    return Chance.OPEN;
  }

  @Override
  public Chance visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    return Chance.OPEN;
  }
}
