package dev.writ.core.reference;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Expr.Arithmetic;
import dev.writ.core.ir.Expr.Comparison;
import dev.writ.core.ir.Expr.Root;
import dev.writ.core.model.CidrValue;
import dev.writ.core.model.CommandValue;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.DurationValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InstantValue;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.IpValue;
import dev.writ.core.model.PathValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.UrlValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.TreeSet;

/** Short names for expressions, so that a test line reads like the language. */
final class Exprs {
  static final Expr PRINCIPAL = new Expr.Var(Root.PRINCIPAL);
  static final Expr DELEGATOR = new Expr.Var(Root.DELEGATOR);
  static final Expr ORIGIN = new Expr.Var(Root.ORIGIN);
  static final Expr RESOURCE = new Expr.Var(Root.RESOURCE);
  static final Expr ARGS = new Expr.Var(Root.ARGS);
  static final Expr SESSION = new Expr.Var(Root.SESSION);
  static final Expr TRUE = Expr.yes();
  static final Expr FALSE = Expr.no();

  /** An error whatever the request is: 64 bits overflow. */
  static final Expr ERR = eq(add(n(Long.MAX_VALUE), n(1)), n(0));

  private Exprs() {}

  static Expr c(Value value) {
    return new Expr.Const(value);
  }

  static Expr n(long number) {
    return c(new IntValue(number));
  }

  static Expr dec(long scaled) {
    return c(new DecimalValue(scaled));
  }

  static Expr s(String text) {
    return c(new StringValue(text));
  }

  static Expr millis(long duration) {
    return c(new DurationValue(duration));
  }

  static Expr at(String instant) {
    return c(instant(instant));
  }

  static InstantValue instant(String text) {
    return parsed(InstantValue::parse, text);
  }

  static Expr ip(String text) {
    return c(parsed(IpValue::parse, text));
  }

  static Expr cidr(String text) {
    return c(parsed(CidrValue::parse, text));
  }

  static Expr url(String text) {
    return c(parsed(UrlValue::parse, text));
  }

  static Expr path(String text) {
    return c(new PathValue(text));
  }

  static Expr command(String text) {
    return c(new CommandValue(text));
  }

  /** A parser of one kind of value. */
  interface Parser<T> {
    T parse(String text) throws InvalidValueException;
  }

  private static <T> T parsed(Parser<T> parser, String text) {
    try {
      return parser.parse(text);
    } catch (InvalidValueException e) {
      throw new AssertionError(e);
    }
  }

  static EntityId id(String type, String id) {
    return EntityId.of(type, id);
  }

  static Expr e(String type, String id) {
    return c(id(type, id));
  }

  static Expr arg(String name) {
    return dot(ARGS, name);
  }

  static Expr dot(Expr of, String name) {
    return new Expr.Member(of, name);
  }

  static Expr has(Expr of, String name) {
    return new Expr.Has(of, name);
  }

  static Expr set(Expr... elements) {
    return new Expr.SetOf(List.of(elements));
  }

  static Expr not(Expr operand) {
    return new Expr.Not(operand);
  }

  static Expr and(Expr... operands) {
    return new Expr.And(List.of(operands));
  }

  static Expr or(Expr... operands) {
    return new Expr.Or(List.of(operands));
  }

  static Expr iff(Expr condition, Expr then, Expr otherwise) {
    return new Expr.If(condition, then, otherwise);
  }

  static Expr cmp(Expr left, Comparison op, Expr right) {
    return new Expr.Compare(op, left, right);
  }

  static Expr eq(Expr left, Expr right) {
    return cmp(left, Comparison.EQ, right);
  }

  static Expr lt(Expr left, Expr right) {
    return cmp(left, Comparison.LT, right);
  }

  static Expr add(Expr left, Expr right) {
    return new Expr.Arith(Arithmetic.ADD, left, right);
  }

  static Expr sub(Expr left, Expr right) {
    return new Expr.Arith(Arithmetic.SUB, left, right);
  }

  static Expr times(Expr operand, long factor) {
    return new Expr.Times(operand, factor);
  }

  static Expr in(Expr member, Expr... groups) {
    return new Expr.InEntities(member, List.of(groups));
  }

  static Expr is(Expr entity, String... types) {
    return new Expr.Is(entity, new TreeSet<>(List.of(types)));
  }

  static Expr any(String local, Expr set, Expr body) {
    return new Expr.Quantified(false, local, List.of(new Expr.QuantifiedSet(null, set)), body);
  }

  static Expr every(String local, Expr set, Expr body) {
    return new Expr.Quantified(true, local, List.of(new Expr.QuantifiedSet(null, set)), body);
  }

  static Expr local(String name) {
    return new Expr.Local(name);
  }

  static Expr part(Expr.Part part, Expr of) {
    return new Expr.PartOf(part, of);
  }
}
