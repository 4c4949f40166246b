package dev.writ.core.ir;

import dev.writ.core.model.Json;
import dev.writ.core.model.Schema;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Expressions as text of the language. What binds weaker than its place allows stands in
 * parentheses.
 */
final class ExprText implements ExprVisitor<ExprText.Piece> {

  /** How strongly a text binds, weakest first. */
  enum Level {
    TAIL,
    CHAIN,
    NOT,
    RELATION,
    SUM,
    PRODUCT,
    ATOM
  }

  /** A text and how strongly it binds. */
  record Piece(Level level, String text) {}

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final ExprText INSTANCE = new ExprText();

  private ExprText() {}

  static String of(Expr expr) {
    return expr.accept(INSTANCE).text();
  }

  /** The parts of a conjunction, each as it stands in it; the whole where it is none. */
  static List<String> conjuncts(Expr expr) {
    return expr instanceof Expr.And and && !and.operands().isEmpty()
        ? and.operands().stream().map(each -> INSTANCE.at(Level.NOT, each)).toList()
        : List.of(of(expr));
  }

  static String name(String name) {
    return WORD.matcher(name).matches() ? name : "`" + name + "`";
  }

  private String at(Level level, Expr expr) {
    Piece piece = expr.accept(this);
    return piece.level().compareTo(level) < 0 ? "(" + piece.text() + ")" : piece.text();
  }

  private String sum(Expr expr) {
    return at(Level.SUM, expr);
  }

  private String atom(Expr expr) {
    return at(Level.ATOM, expr);
  }

  private String list(List<Expr> exprs) {
    return exprs.stream().map(this::sum).collect(Collectors.joining(", ", "[", "]"));
  }

  private static Piece leaf(String text) {
    return new Piece(Level.ATOM, text);
  }

  private static Piece relation(String... words) {
    return new Piece(Level.RELATION, String.join(" ", words));
  }

  private static String sign(Expr.Comparison op) {
    return switch (op) {
      case EQ -> "==";
      case NE -> "!=";
      case LT -> "<";
      case LE -> "<=";
      case GT -> ">";
      case GE -> ">=";
    };
  }

  private static String now(String part, String zone) {
    return "now." + part + "(" + Json.quote(zone) + ")";
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  @Override
  public Piece visitConst(Expr.Const expr) {
    return leaf(ValueText.of(expr.value()));
  }

  @Override
  public Piece visitVar(Expr.Var expr) {
    return leaf(expr.root().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Piece visitLocal(Expr.Local expr) {
    return leaf(name(expr.name()));
  }

  @Override
  public Piece visitMember(Expr.Member expr) {
    return leaf(atom(expr.of()) + "." + name(expr.name()));
  }

  @Override
  public Piece visitPartOf(Expr.PartOf expr) {
    String part = expr.part().name().toLowerCase(Locale.ROOT);
    return leaf(atom(expr.of()) + "." + part.substring(part.indexOf('_') + 1));
  }

  @Override
  public Piece visitHas(Expr.Has expr) {
    return relation(sum(expr.of()), "has", name(expr.name()));
  }

  @Override
  public Piece visitHasDelegator(Expr.HasDelegator expr) {
    return relation("has delegator");
  }

  @Override
  public Piece visitNot(Expr.Not expr) {
    return new Piece(Level.NOT, "not " + at(Level.RELATION, expr.operand()));
  }

  @Override
  public Piece visitAnd(Expr.And expr) {
    return chain(" and ", "true", expr.operands());
  }

  @Override
  public Piece visitOr(Expr.Or expr) {
    return chain(" or ", "false", expr.operands());
  }

  private Piece chain(String word, String empty, List<Expr> operands) {
    if (operands.isEmpty()) {
      return leaf(empty);
    }
    return new Piece(
        Level.CHAIN,
        operands.stream().map(each -> at(Level.NOT, each)).collect(Collectors.joining(word)));
  }

  @Override
  public Piece visitIf(Expr.If expr) {
    return new Piece(
        Level.TAIL,
        "if "
            + at(Level.CHAIN, expr.condition())
            + " then "
            + at(Level.CHAIN, expr.then())
            + " else "
            + at(Level.CHAIN, expr.otherwise()));
  }

  @Override
  public Piece visitCompare(Expr.Compare expr) {
    return relation(sum(expr.left()), sign(expr.op()), sum(expr.right()));
  }

  @Override
  public Piece visitArith(Expr.Arith expr) {
    String sign = expr.op() == Expr.Arithmetic.ADD ? " + " : " - ";
    return new Piece(Level.SUM, sum(expr.left()) + sign + at(Level.PRODUCT, expr.right()));
  }

  @Override
  public Piece visitTimes(Expr.Times expr) {
    return new Piece(Level.PRODUCT, at(Level.PRODUCT, expr.operand()) + " * " + expr.factor());
  }

  @Override
  public Piece visitBetween(Expr.Between expr) {
    return relation(sum(expr.operand()), "between", sum(expr.from()), "and", sum(expr.to()));
  }

  @Override
  public Piece visitInEntities(Expr.InEntities expr) {
    List<Expr> groups = expr.groups();
    return relation(
        sum(expr.member()), "in", groups.size() == 1 ? sum(groups.get(0)) : list(groups));
  }

  @Override
  public Piece visitInEntitySet(Expr.InEntitySet expr) {
    return relation(sum(expr.member()), "in any of", sum(expr.groups()));
  }

  @Override
  public Piece visitInList(Expr.InList expr) {
    return relation(sum(expr.element()), "in", list(expr.list()));
  }

  @Override
  public Piece visitInNetwork(Expr.InNetwork expr) {
    return relation(sum(expr.ip()), "in", sum(expr.network()));
  }

  @Override
  public Piece visitIs(Expr.Is expr) {
    return relation(sum(expr.entity()), "is", String.join(" | ", expr.types()));
  }

  @Override
  public Piece visitContains(Expr.Contains expr) {
    return relation(sum(expr.set()), "contains", sum(expr.element()));
  }

  @Override
  public Piece visitContainsEach(Expr.ContainsEach expr) {
    return relation(
        sum(expr.set()), expr.all() ? "contains all" : "contains any", sum(expr.elements()));
  }

  @Override
  public Piece visitSize(Expr.Size expr) {
    return leaf("size(" + sum(expr.set()) + ")");
  }

  @Override
  public Piece visitSetOf(Expr.SetOf expr) {
    return leaf(list(expr.elements()));
  }

  @Override
  public Piece visitLike(Expr.Like expr) {
    return relation(sum(expr.string()), "like", Json.quote(expr.glob()));
  }

  @Override
  public Piece visitMatches(Expr.Matches expr) {
    return relation(sum(expr.path()), "matches", Json.quote(expr.pattern()));
  }

  @Override
  public Piece visitPathUnder(Expr.PathUnder expr) {
    return relation(sum(expr.path()), "under", sum(expr.base()));
  }

  @Override
  public Piece visitHostUnder(Expr.HostUnder expr) {
    return relation(sum(expr.host()), "under", Json.quote(expr.domain()));
  }

  @Override
  public Piece visitStringStartsWith(Expr.StringStartsWith expr) {
    return relation(sum(expr.string()), "starts with", sum(expr.prefix()));
  }

  @Override
  public Piece visitCommandStartsWith(Expr.CommandStartsWith expr) {
    String words = expr.words().stream().map(Json::quote).collect(Collectors.joining(", "));
    return relation(sum(expr.command()), "starts with", "[" + words + "]");
  }

  @Override
  public Piece visitEqualsIgnoringAsciiCase(Expr.EqualsIgnoringAsciiCase expr) {
    return relation(sum(expr.left()), "equals ignoring ascii case", sum(expr.right()));
  }

  @Override
  public Piece visitQuantified(Expr.Quantified expr) {
    String sets = expr.sets().stream().map(this::set).collect(Collectors.joining(", "));
    return new Piece(
        Level.TAIL,
        (expr.every() ? "every " : "any ")
            + name(expr.local())
            + " in "
            + sets
            + ": "
            + at(Level.TAIL, expr.body()));
  }

  private String set(Expr.QuantifiedSet set) {
    String text = sum(set.set());
    return set.presence() == null ? text : text + " where " + at(Level.RELATION, set.presence());
  }

  @Override
  public Piece visitSourceOfArg(Expr.SourceOfArg expr) {
    return leaf("source of args." + name(expr.arg()));
  }

  @Override
  public Piece visitSourceOfElement(Expr.SourceOfElement expr) {
    String args =
        expr.args().stream().map(arg -> "args." + name(arg)).collect(Collectors.joining(", "));
    return leaf("source of " + name(expr.local()) + " from " + args);
  }

  @Override
  public Piece visitApproved(Expr.Approved expr) {
    return relation("approved", expr.approval());
  }

  @Override
  public Piece visitConfirmed(Expr.Confirmed expr) {
    return relation("confirmed", expr.confirmation());
  }

  @Override
  public Piece visitGranted(Expr.Granted expr) {
    return relation("granted", expr.grant());
  }

  @Override
  public Piece visitLabelled(Expr.Labelled expr) {
    return relation("session labelled", expr.label());
  }

  @Override
  public Piece visitNowCompare(Expr.NowCompare expr) {
    return relation("now", sign(expr.op()), sum(expr.instant()));
  }

  @Override
  public Piece visitAgeCompare(Expr.AgeCompare expr) {
    return relation(
        "now -", at(Level.PRODUCT, expr.since()), sign(expr.op()), sum(expr.duration()));
  }

  @Override
  public Piece visitHourCompare(Expr.HourCompare expr) {
    return relation(now("hour", expr.zone()), sign(expr.op()), sum(expr.hour()));
  }

  @Override
  public Piece visitWeekdayIn(Expr.WeekdayIn expr) {
    String days =
        expr.days().stream()
            .map(day -> Schema.WEEKDAY.enumerators().get(day).name())
            .collect(Collectors.joining(", "));
    return relation(now("weekday", expr.zone()), "in", "[" + days + "]");
  }

  @Override
  public Piece visitTimeOfDayBetween(Expr.TimeOfDayBetween expr) {
    return relation(
        now("time", expr.zone()), "between", time(expr.fromMinute()), "and", time(expr.toMinute()));
  }
}
