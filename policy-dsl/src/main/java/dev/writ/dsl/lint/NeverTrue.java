package dev.writ.dsl.lint;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells of conditions that no request makes true.
 *
 * <p>It reads constants, equality, order, types of entities, and a condition beside its opposite;
 * each way through the alternatives is tried, up to a bound. It is right where it says yes; a
 * condition that it cannot see through counts as possible.
 */
final class NeverTrue {
  private static final int WAYS = 256;

  private int ways = WAYS;

  private NeverTrue() {}

  /** Returns whether these conditions are never true together. */
  static boolean of(Collection<Expr> conditions) {
    return new NeverTrue().isNever(List.of(), conditions.stream().map(NegationNormal::of).toList());
  }

  /** Returns whether a condition is never true. */
  static boolean of(Expr condition) {
    return of(List.of(condition));
  }

  private boolean isNever(List<Expr> atoms, List<Expr> more) {
    List<Expr> known = new ArrayList<>(atoms);
    List<Expr.Or> choices = new ArrayList<>();
    for (Expr condition : more) {
      for (Expr operand : Conjuncts.of(condition)) {
        if (operand instanceof Expr.Or or) {
          choices.add(or);
        } else {
          known.add(operand);
        }
      }
    }
    return contradict(known) || isNeverByChoice(known, choices);
  }

  private boolean isNeverByChoice(List<Expr> known, List<Expr.Or> choices) {
    if (choices.isEmpty()) {
      return false;
    }
    List<Expr> rest = new ArrayList<>(choices.subList(1, choices.size()));
    for (Expr way : choices.get(0).operands()) {
      List<Expr> taken = new ArrayList<>(rest);
      taken.add(way);
      if (ways-- <= 0 || !isNever(known, taken)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contradict(List<Expr> atoms) {
    Set<Expr> said = new HashSet<>(atoms);
    Terms terms = new Terms();
    for (Expr atom : atoms) {
      if (atom.equals(Expr.no())
          || (atom instanceof Expr.Not not && said.contains(not.operand()))
          || isNeverAny(atom)) {
        return true;
      }
      terms.add(atom);
    }
    return terms.values.values().stream().anyMatch(Possible::isNothing);
  }

  private static boolean isNeverAny(Expr atom) {
    return atom instanceof Expr.Quantified any && !any.every() && of(any.body());
  }

  /** What the terms of some conditions can be. */
  private static final class Terms {
    private final Map<Object, Possible> values = new HashMap<>();

    private Possible term(Object term) {
      return values.computeIfAbsent(term, Terms::fresh);
    }

    private static Possible fresh(Object term) {
      Possible possible = new Possible();
      if (term instanceof Expr.Size) {
        possible.range(0, Long.MAX_VALUE);
      } else if (term instanceof HourOf) {
        possible.range(0, 23);
      } else if (term instanceof DayOf) {
        possible.range(0, 6);
      }
      return possible;
    }

    void add(Expr atom) {
      if (atom instanceof Expr.Compare compare && compare.right() instanceof Expr.Const constant) {
        term(compare.left()).compare(compare.op(), constant.value());
      } else if (atom instanceof Expr.NowCompare now
          && now.instant() instanceof Expr.Const constant) {
        term(Expr.NowCompare.class).compare(now.op(), constant.value());
      } else if (atom instanceof Expr.HourCompare hour
          && hour.hour() instanceof Expr.Const constant) {
        term(new HourOf(hour.zone())).compare(hour.op(), constant.value());
      } else {
        addMembership(atom, false);
      }
    }

    private void addMembership(Expr atom, boolean negated) {
      if (atom instanceof Expr.Not not && !negated) {
        addMembership(not.operand(), true);
      } else if (atom instanceof Expr.Is is) {
        Possible entity = term(is.entity());
        if (negated) {
          entity.notOfTypes(is.types());
        } else {
          entity.ofTypes(is.types());
        }
      } else if (atom instanceof Expr.InList in && isConstant(in.list())) {
        restrict(term(in.element()), constants(in.list()), negated);
      } else if (atom instanceof Expr.WeekdayIn weekday) {
        List<Value> days = new ArrayList<>();
        weekday.days().forEach(day -> days.add(new dev.writ.core.model.IntValue(day)));
        restrict(term(new DayOf(weekday.zone())), days, negated);
      }
    }

    private static void restrict(Possible term, List<Value> values, boolean negated) {
      if (negated) {
        term.noneOf(values);
      } else {
        term.oneOf(values);
      }
    }

    private static boolean isConstant(List<Expr> list) {
      return list.stream().allMatch(Expr.Const.class::isInstance);
    }

    private static List<Value> constants(List<Expr> list) {
      return list.stream().map(Expr.Const.class::cast).map(Expr.Const::value).toList();
    }
  }

  private record HourOf(String zone) {}

  private record DayOf(String zone) {}
}
