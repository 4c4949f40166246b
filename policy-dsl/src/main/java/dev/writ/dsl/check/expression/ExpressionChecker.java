package dev.writ.dsl.check.expression;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the expressions of one rule in one slot.
 *
 * <p>All independent errors are reported; a rule that is checked for several slots reports an error
 * once. Not safe for use by several threads at a time.
 */
public final class ExpressionChecker {
  private final TypeContext context;
  private final Problems problems;
  private final ExpressionLimits limits;
  private final Set<String> letsUsed;
  private final List<Expression> assumed;

  /** Checks with the usual limits. */
  public ExpressionChecker(TypeContext context, Diagnostics diagnostics) {
    this(context, diagnostics, ExpressionLimits.DEFAULT);
  }

  /** Checks with the given limits. */
  public ExpressionChecker(TypeContext context, Diagnostics diagnostics, ExpressionLimits limits) {
    this(context, new Problems(diagnostics, context.file()), limits, new HashSet<>(), List.of());
  }

  private ExpressionChecker(
      TypeContext context,
      Problems problems,
      ExpressionLimits limits,
      Set<String> letsUsed,
      List<Expression> assumed) {
    this.context = context;
    this.problems = problems;
    this.limits = limits;
    this.letsUsed = letsUsed;
    this.assumed = List.copyOf(assumed);
  }

  /**
   * Returns a checker of expressions that count only where some conditions are true, which were
   * checked before: what they prove is known.
   */
  public ExpressionChecker assuming(List<Expression> conditions) {
    List<Expression> more = new ArrayList<>(assumed);
    more.addAll(conditions);
    return new ExpressionChecker(context, problems, limits, letsUsed, more);
  }

  /** Returns whether the assumed conditions can all be true. */
  public boolean isReachable() {
    return start().reachable();
  }

  private Flow start() {
    Flow flow = Flow.start(context.delegatorKnown());
    Problems told = new Problems(new Diagnostics(), context.file());
    for (Expression condition : assumed) {
      Checking silent =
          new Checking(
              Frame.of(context, told),
              flow,
              Wanted.ANY,
              new ExpressionFacts(),
              new Budget(limits),
              letsUsed);
      flow = silent.condition(condition, Position.NEUTRAL, flow).whenTrue();
    }
    return flow;
  }

  /** Checks a condition. */
  public ExpressionFacts condition(Expression condition, Position position) {
    return condition(condition, position, null, Position.NEUTRAL);
  }

  /**
   * Checks a {@code when} and an {@code unless}; what the first proves holds in the second. Either
   * may be null.
   */
  public ExpressionFacts condition(
      @Nullable Expression when,
      Position whenPosition,
      @Nullable Expression unless,
      Position unlessPosition) {
    return checked(
        start -> {
          Flow flow = start.flow();
          if (when != null) {
            flow = start.condition(when, whenPosition, flow).whenTrue();
          }
          if (unless != null && flow.reachable()) {
            start.condition(unless, unlessPosition, flow);
          } else if (unless != null) {
            start.facts().unreachable(unless);
          }
        });
  }

  /**
   * Checks a value.
   *
   * @param value the expression
   * @param type the type it must have, or null for any
   * @param secret whether it may be a secret field, as an argument of an obligation may
   */
  public ExpressionFacts value(Expression value, @Nullable Type type, boolean secret) {
    return checked(
        start -> {
          Outcome found = start.check(value, Wanted.compared(type, secret));
          if (type != null && found.type() != null && !fits(found.type(), type)) {
            start.error(
                DiagnosticCode.TYPE_MISMATCH,
                value.span(),
                "this must be " + TypeWords.of(type) + ", and it is " + TypeWords.of(found.type()),
                new Conversions(start).help(value, found.type(), value, type));
          }
        });
  }

  /**
   * Checks what stands after {@code in} of a head or clause: an entity, or a set of entities, in
   * which some entity of the given types can lie.
   */
  public ExpressionFacts group(Expression group, Type.EntityType members) {
    return checked(start -> new Membership(start).group(group, members, group, start.check(group)));
  }

  /**
   * Checks those lets of the rule that no expression checked before has used, so that what is wrong
   * in them is told too.
   */
  public ExpressionFacts unusedLets() {
    return checked(
        start -> {
          List<LocalLet> lets = context.lets();
          for (int i = 0; i < lets.size(); i++) {
            if (!letsUsed.contains(lets.get(i).name().text())) {
              start.in(
                  start.frame().upTo(i),
                  start.facts(),
                  lets.get(i).value(),
                  Wanted.ANY,
                  start.flow());
            }
          }
        });
  }

  private ExpressionFacts checked(Consumer<Checking> check) {
    ExpressionFacts facts = new ExpressionFacts();
    int before = problems.count();
    Budget budget = new Budget(limits);
    check.accept(
        new Checking(Frame.of(context, problems), start(), Wanted.ANY, facts, budget, letsUsed));
    facts.cost(budget.cost());
    if (problems.count() > before) {
      facts.failed();
    }
    return facts;
  }

  private static boolean fits(Type found, Type wanted) {
    if (found instanceof Type.EntityType some && wanted instanceof Type.EntityType allowed) {
      return allowed.types().containsAll(some.types());
    }
    return TypeRules.same(found, wanted);
  }
}
