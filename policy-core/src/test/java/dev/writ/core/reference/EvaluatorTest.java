package dev.writ.core.reference;

import static dev.writ.core.reference.Exprs.ARGS;
import static dev.writ.core.reference.Exprs.ERR;
import static dev.writ.core.reference.Exprs.FALSE;
import static dev.writ.core.reference.Exprs.TRUE;
import static dev.writ.core.reference.Exprs.add;
import static dev.writ.core.reference.Exprs.and;
import static dev.writ.core.reference.Exprs.any;
import static dev.writ.core.reference.Exprs.arg;
import static dev.writ.core.reference.Exprs.at;
import static dev.writ.core.reference.Exprs.c;
import static dev.writ.core.reference.Exprs.cmp;
import static dev.writ.core.reference.Exprs.dec;
import static dev.writ.core.reference.Exprs.dot;
import static dev.writ.core.reference.Exprs.eq;
import static dev.writ.core.reference.Exprs.every;
import static dev.writ.core.reference.Exprs.has;
import static dev.writ.core.reference.Exprs.iff;
import static dev.writ.core.reference.Exprs.in;
import static dev.writ.core.reference.Exprs.ip;
import static dev.writ.core.reference.Exprs.local;
import static dev.writ.core.reference.Exprs.lt;
import static dev.writ.core.reference.Exprs.millis;
import static dev.writ.core.reference.Exprs.n;
import static dev.writ.core.reference.Exprs.not;
import static dev.writ.core.reference.Exprs.or;
import static dev.writ.core.reference.Exprs.s;
import static dev.writ.core.reference.Exprs.set;
import static dev.writ.core.reference.Exprs.sub;
import static dev.writ.core.reference.Exprs.times;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.MapValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.StringValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expressions of logic, comparison and arithmetic (language reference, section 3). */
final class EvaluatorTest extends EvaluatorAssertions {
  private static final long MAX = Long.MAX_VALUE;
  private static final long MIN = Long.MIN_VALUE;

  // Kleene logic

  @Test
  void and_ofTwo_isStrongKleeneAndListsEveryError() {
    truth("TRUE", and());
    truth("TRUE", and(TRUE, TRUE));
    truth("FALSE", and(TRUE, FALSE));
    truth("FALSE overflow", and(FALSE, ERR));
    truth("FALSE overflow", and(ERR, FALSE));
    truth("ERROR overflow", and(TRUE, ERR));
    truth("ERROR overflow", and(ERR, ERR));
    truth("FALSE overflow, unknown_entity", and(ERR, FALSE, dot(c(Town.GHOST), "oncall")));
  }

  @Test
  void or_ofTwo_isStrongKleeneAndListsEveryError() {
    truth("FALSE", or());
    truth("TRUE", or(FALSE, TRUE));
    truth("TRUE overflow", or(TRUE, ERR));
    truth("TRUE overflow", or(ERR, TRUE));
    truth("ERROR overflow", or(ERR, FALSE));
  }

  @Test
  void not_ofError_isError() {
    truth("FALSE", not(TRUE));
    truth("TRUE", not(FALSE));
    truth("ERROR overflow", not(ERR));
  }

  @Test
  void if_byItsCondition_countsTheChosenBranchAlone() {
    truth("TRUE", iff(TRUE, TRUE, ERR));
    truth("FALSE", iff(FALSE, ERR, FALSE));
    truth("ERROR overflow", iff(ERR, TRUE, TRUE));
    value("2", iff(FALSE, n(1), n(2)));
  }

  @Test
  void any_overElements_isDisjunctionAndFalseOnNone() {
    truth("FALSE", any("x", set(), ERR));
    truth("TRUE", any("x", set(n(1), n(2)), eq(local("x"), n(2))));
    truth("FALSE", any("x", set(n(1), n(2)), eq(local("x"), n(3))));
    truth("TRUE overflow", any("x", set(n(1), n(MAX)), lt(n(0), add(local("x"), n(1)))));
    truth("ERROR overflow", any("x", set(n(1), n(MAX)), lt(n(9), add(local("x"), n(1)))));
  }

  @Test
  void every_overElements_isConjunctionAndTrueOnNone() {
    truth("TRUE", every("x", set(), ERR));
    truth("TRUE", every("x", set(n(1), n(2)), lt(local("x"), n(3))));
    truth("FALSE overflow", every("x", set(n(5), n(MAX)), lt(add(local("x"), n(1)), n(3))));
    truth("ERROR overflow", every("x", set(n(1), n(MAX)), lt(add(local("x"), n(1)), n(3))));
  }

  @Test
  void every_overSeveralSets_countsAnAbsentOneAsEmpty() {
    Expr both =
        new Expr.Quantified(
            true,
            "x",
            List.of(
                new Expr.QuantifiedSet(has(ARGS, "to"), arg("to")),
                new Expr.QuantifiedSet(has(ARGS, "cc"), arg("cc"))),
            eq(local("x"), s("a")));
    truth("TRUE", both);
    in.args.put("to", SetValue.of(List.of(new StringValue("a"))));
    truth("TRUE", both);
    in.args.put("cc", SetValue.of(List.of(new StringValue("b"))));
    truth("FALSE", both);
  }

  // Optional values

  @Test
  void member_absentBehindAFalseGuard_isNoErrorOfTheLanguage() {
    truth("FALSE", and(has(ARGS, "why"), eq(arg("why"), s("x"))));
    truth("TRUE", or(not(has(ARGS, "why")), eq(arg("why"), s("x"))));
    truth("ERROR missing_value", eq(arg("why"), s("x")));
    in.args.put("why", new StringValue("x"));
    truth("TRUE", and(has(ARGS, "why"), eq(arg("why"), s("x"))));
  }

  @Test
  void member_ofTags_isReadByName() {
    Expr tags = c(MapValue.of(Map.of("env", new StringValue("prod"))));
    truth("TRUE", has(tags, "env"));
    truth("FALSE", has(tags, "tier"));
    value("\"prod\"", dot(tags, "env"));
  }

  // Comparison and arithmetic

  @Test
  void compare_ofOneType_isByValue() {
    truth("TRUE", eq(n(3), n(3)));
    truth("FALSE", eq(n(3), dec(3)));
    truth("TRUE", cmp(s("é"), Comparison.NE, s("e\u0301")));
    truth("TRUE", eq(ip("::ffff:10.0.0.1"), ip("10.0.0.1")));
    truth("TRUE", eq(set(n(1), n(2)), set(n(2), n(1))));
    truth("TRUE", lt(n(MIN), n(MAX)));
    truth("TRUE", cmp(dec(10_000), Comparison.LE, dec(10_000)));
    truth("TRUE", cmp(at("2026-03-02T10:00:00Z"), Comparison.GT, at("2026-03-02T09:59:59.999Z")));
    truth("FALSE", cmp(millis(-1), Comparison.GE, millis(0)));
    truth("TRUE", lt(level(0), level(2)));
  }

  @Test
  void compare_ofWhatHasNoOrder_isAnError() {
    truth("ERROR ill_typed", lt(n(1), dec(2)));
    truth("ERROR ill_typed", lt(s("a"), s("b")));
    truth("ERROR ill_typed", lt(colour(0), colour(1)));
    truth("ERROR ill_typed", lt(level(0), c(new EnumValue(Town.COLOUR, 1))));
  }

  private static Expr level(int ordinal) {
    return c(new EnumValue(Town.LEVEL, ordinal));
  }

  private static Expr colour(int ordinal) {
    return c(new EnumValue(Town.COLOUR, ordinal));
  }

  @Test
  void arithmetic_checked_isExactOrAnError() {
    value("3", add(n(1), n(2)));
    value("error overflow", add(n(MAX), n(1)));
    value("error overflow", sub(n(MIN), n(1)));
    value("error overflow", sub(dec(MIN), dec(1)));
    value("error overflow", add(at("9999-12-31T00:00:00Z"), millis(MAX)));
    truth(
        "TRUE", eq(sub(at("2026-03-02T10:00:00Z"), at("2026-03-02T09:00:00Z")), millis(3_600_000)));
    truth("TRUE", eq(sub(at("2026-03-02T10:00:00Z"), millis(1000)), at("2026-03-02T09:59:59Z")));
    value("error ill_typed", add(n(1), dec(1)));
    value("error ill_typed", add(at("2026-03-02T10:00:00Z"), at("2026-03-02T10:00:00Z")));
  }

  @Test
  void times_byALiteral_isExactOrAnError() {
    value("-3", times(n(3), -1));
    truth("TRUE", eq(times(dec(5), 2), dec(10)));
    truth("TRUE", eq(times(millis(5), 2), millis(10)));
    value("error overflow", times(n(MIN), -1));
    value("error ill_typed", times(s("a"), 2));
  }

  @Test
  void between_bounds_areInAndOut() {
    truth("TRUE", new Expr.Between(n(1), n(1), n(2)));
    truth("FALSE", new Expr.Between(n(2), n(1), n(2)));
    truth("FALSE", new Expr.Between(n(0), n(1), n(2)));
    truth("ERROR overflow", new Expr.Between(n(0), n(1), add(n(MAX), n(1))));
    truth("ERROR ill_typed", new Expr.Between(n(0), n(1), dec(2)));
  }

  @Test
  void condition_thatIsNoBool_isAnError() {
    truth("ERROR ill_typed", n(1));
    truth("TRUE", c(new BoolValue(true)));
    value("error ill_typed", dot(n(1), "x"));
    value("7", c(new IntValue(7)));
  }
}
