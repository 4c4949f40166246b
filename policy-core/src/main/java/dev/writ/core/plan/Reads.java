package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.ExprVisitor;
import dev.writ.core.model.Type;

/**
 * What the value of an expression depends on, as a sum of the bits below. Nothing is left out: what
 * is in doubt is told as read. Stateless but for the types.
 */
final class Reads implements ExprVisitor<Integer> {
  /** The own attributes of the principal. */
  static final int PRINCIPAL = 1;

  /** The own attributes of the resource. */
  static final int RESOURCE = 2;

  /** The ancestors of what is read beside. */
  static final int ANCESTORS = 4;

  /** Anything else of the request and the entities. */
  static final int REQUEST = 8;

  /** The instant, the session, approvals, confirmations, grants. */
  static final int MOMENT = 16;

  /** The instant, told beside {@link #MOMENT}. */
  static final int CLOCK = 32;

  private final Compiler compiler;

  Reads(Compiler compiler) {
    this.compiler = compiler;
  }

  /** What this expression depends on. */
  int of(Expr expr) {
    return expr.accept(this);
  }

  private int operands(Expr expr) {
    int reads = 0;
    for (Expr operand : ExprChildren.of(expr)) {
      reads |= of(operand);
    }
    return reads;
  }

  /** A field of an entity that is not the principal or the resource itself is another's. */
  private int field(Expr of) {
    boolean itself =
        of instanceof Expr.Var word
            && (word.root() == Expr.Root.PRINCIPAL || word.root() == Expr.Root.RESOURCE);
    if (ExprChildren.anyMatch(of, Expr.Local.class::isInstance)) {
      return of(of) | REQUEST;
    }
    Type type = compiler.node(of).type;
    boolean inside = type instanceof Type.RecordType || type instanceof Type.MapType;
    boolean part = type instanceof Type.Scalar || type instanceof Type.PathType;
    return of(of) | (itself || inside || part ? 0 : REQUEST);
  }

  private int ancestors(Expr member, int reads) {
    return reads | ANCESTORS | (member instanceof Expr.Var ? 0 : REQUEST);
  }

  @Override
  public Integer visitVar(Expr.Var expr) {
    return switch (expr.root()) {
      case PRINCIPAL -> PRINCIPAL;
      case RESOURCE -> RESOURCE;
      case DELEGATOR, ORIGIN, ARGS, FACTS -> REQUEST;
      case SESSION, APPROVER, REQUESTER -> MOMENT;
    };
  }

  @Override
  public Integer visitMember(Expr.Member expr) {
    return field(expr.of());
  }

  @Override
  public Integer visitPartOf(Expr.PartOf expr) {
    return field(expr.of());
  }

  @Override
  public Integer visitHas(Expr.Has expr) {
    return field(expr.of());
  }

  @Override
  public Integer visitInEntities(Expr.InEntities expr) {
    return ancestors(expr.member(), operands(expr));
  }

  @Override
  public Integer visitInEntitySet(Expr.InEntitySet expr) {
    return ancestors(expr.member(), operands(expr));
  }

  @Override
  public Integer visitSourceOfElement(Expr.SourceOfElement expr) {
    return REQUEST;
  }

  @Override
  public Integer visitConst(Expr.Const expr) {
    return 0;
  }

  @Override
  public Integer visitLocal(Expr.Local expr) {
    return 0;
  }

  @Override
  public Integer visitHasDelegator(Expr.HasDelegator expr) {
    return REQUEST;
  }

  @Override
  public Integer visitSourceOfArg(Expr.SourceOfArg expr) {
    return REQUEST;
  }

  @Override
  public Integer visitApproved(Expr.Approved expr) {
    return MOMENT | operands(expr);
  }

  @Override
  public Integer visitConfirmed(Expr.Confirmed expr) {
    return MOMENT | operands(expr);
  }

  @Override
  public Integer visitGranted(Expr.Granted expr) {
    return MOMENT | operands(expr);
  }

  @Override
  public Integer visitLabelled(Expr.Labelled expr) {
    return MOMENT | operands(expr);
  }

  @Override
  public Integer visitNowCompare(Expr.NowCompare expr) {
    return MOMENT | CLOCK | operands(expr);
  }

  @Override
  public Integer visitAgeCompare(Expr.AgeCompare expr) {
    return MOMENT | CLOCK | operands(expr);
  }

  @Override
  public Integer visitHourCompare(Expr.HourCompare expr) {
    return MOMENT | CLOCK | operands(expr);
  }

  @Override
  public Integer visitWeekdayIn(Expr.WeekdayIn expr) {
    return MOMENT | CLOCK | operands(expr);
  }

  @Override
  public Integer visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    return MOMENT | CLOCK | operands(expr);
  }

  @Override
  public Integer visitNot(Expr.Not expr) {
    return operands(expr);
  }

  @Override
  public Integer visitAnd(Expr.And expr) {
    return operands(expr);
  }

  @Override
  public Integer visitOr(Expr.Or expr) {
    return operands(expr);
  }

  @Override
  public Integer visitIf(Expr.If expr) {
    return operands(expr);
  }

  @Override
  public Integer visitCompare(Expr.Compare expr) {
    return operands(expr);
  }

  @Override
  public Integer visitArith(Expr.Arith expr) {
    return operands(expr);
  }

  @Override
  public Integer visitTimes(Expr.Times expr) {
    return operands(expr);
  }

  @Override
  public Integer visitBetween(Expr.Between expr) {
    return operands(expr);
  }

  @Override
  public Integer visitInList(Expr.InList expr) {
    return operands(expr);
  }

  @Override
  public Integer visitInNetwork(Expr.InNetwork expr) {
    return operands(expr);
  }

  @Override
  public Integer visitIs(Expr.Is expr) {
    return operands(expr);
  }

  @Override
  public Integer visitContains(Expr.Contains expr) {
    return operands(expr);
  }

  @Override
  public Integer visitContainsEach(Expr.ContainsEach expr) {
    return operands(expr);
  }

  @Override
  public Integer visitSize(Expr.Size expr) {
    return operands(expr);
  }

  @Override
  public Integer visitSetOf(Expr.SetOf expr) {
    return operands(expr);
  }

  @Override
  public Integer visitLike(Expr.Like expr) {
    return operands(expr);
  }

  @Override
  public Integer visitMatches(Expr.Matches expr) {
    return operands(expr);
  }

  @Override
  public Integer visitPathUnder(Expr.PathUnder expr) {
    return operands(expr);
  }

  @Override
  public Integer visitHostUnder(Expr.HostUnder expr) {
    return operands(expr);
  }

  @Override
  public Integer visitStringStartsWith(Expr.StringStartsWith expr) {
    return operands(expr);
  }

  @Override
  public Integer visitCommandStartsWith(Expr.CommandStartsWith expr) {
    return operands(expr);
  }

  @Override
  public Integer visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return operands(expr);
  }

  @Override
  public Integer visitQuantified(Expr.Quantified expr) {
    return operands(expr);
  }
}
