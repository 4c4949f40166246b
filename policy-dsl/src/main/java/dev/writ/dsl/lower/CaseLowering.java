package dev.writ.dsl.lower;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.Slot;
import dev.writ.dsl.check.CheckedCall;
import dev.writ.dsl.check.CheckedCase;
import dev.writ.dsl.check.CheckedCondition;
import dev.writ.dsl.check.CheckedExpression;
import dev.writ.dsl.check.HeadSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Lowers what declarations say in slots; slots in which they say the same become one case. */
final class CaseLowering {
  private final SortedSet<String> zones;

  /** Creates a lowering that adds the zones it meets to a set. */
  CaseLowering(SortedSet<String> zones) {
    this.zones = zones;
  }

  private record Said(Expr condition, List<ObligationCall> obligations) {}

  List<Case> cases(List<CheckedCase> checked) {
    SlotGroups<Said> groups = new SlotGroups<>();
    for (CheckedCase each : checked) {
      LocalNames locals = new LocalNames();
      Expr condition = condition(each.condition(), locals);
      groups.add(slot(each.slot()), new Said(condition, calls(each.obligations(), locals)));
    }
    return groups.cases((slots, said) -> new Case(slots, said.condition(), said.obligations()));
  }

  static Slot slot(HeadSlot slot) {
    return new Slot(slot.action(), slot.principalType(), slot.resourceType());
  }

  /** Returns guard and head and {@code when} and not {@code unless}. */
  Expr condition(CheckedCondition condition, LocalNames locals) {
    List<Expr> parts = new ArrayList<>();
    parts.add(required(condition, locals));
    if (condition.unless() != null) {
      parts.add(Folding.not(lower(condition.unless(), locals)));
    }
    return flat(parts);
  }

  /** Returns guard and head and {@code when}. */
  Expr required(CheckedCondition condition, LocalNames locals) {
    List<Expr> parts = new ArrayList<>();
    if (condition.guard() != null) {
      parts.add(Expr.in(new Expr.Var(Expr.Root.RESOURCE), condition.guard()));
    }
    if (condition.required() != null) {
      parts.add(lower(condition.required(), locals));
    }
    return flat(parts);
  }

  /** Returns what {@code unless} says, false where it is not written. */
  Expr unless(CheckedCondition condition, LocalNames locals) {
    return condition.unless() == null ? Expr.no() : lower(condition.unless(), locals);
  }

  private static Expr flat(List<Expr> parts) {
    List<Expr> operands = new ArrayList<>();
    for (Expr part : parts) {
      if (part instanceof Expr.And and) {
        operands.addAll(and.operands());
      } else {
        operands.add(part);
      }
    }
    return Folding.and(operands);
  }

  private List<ObligationCall> calls(List<CheckedCall> calls, LocalNames locals) {
    return calls.stream()
        .map(
            call ->
                new ObligationCall(
                    call.kind(),
                    call.arguments().stream().map(argument -> lower(argument, locals)).toList()))
        .toList();
  }

  Expr lower(CheckedExpression expression, LocalNames locals) {
    zones.addAll(expression.facts().zones());
    return new ExpressionLowering(expression.facts(), locals).lower(expression.expression());
  }

  @Nullable Expr lowerOrNull(@Nullable CheckedExpression expression, LocalNames locals) {
    return expression == null ? null : lower(expression, locals);
  }
}
