package dev.writ.dsl.lower;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Limit;
import dev.writ.core.model.IntValue;
import dev.writ.dsl.ast.CalendarUnit;
import dev.writ.dsl.ast.CalendarWindow;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.LimitWindowVisitor;
import dev.writ.dsl.ast.RollingWindow;
import dev.writ.dsl.ast.WholeSession;
import dev.writ.dsl.check.CheckedLimit;
import java.util.List;
import java.util.SortedSet;

/** Lowers limits. */
final class LimitLowering {
  private final CaseLowering cases;
  private final SortedSet<String> zones;

  LimitLowering(CaseLowering cases, SortedSet<String> zones) {
    this.cases = cases;
    this.zones = zones;
  }

  private record Counted(Expr counts, Expr exempt, Expr amount, Limit.Key key) {}

  Limit limit(CheckedLimit checked) {
    LimitDecl limit = checked.declared().declaration();
    return new Limit(
        checked.declared().id(),
        checked.declared().module(),
        limit.observed(),
        slots(checked.cases()),
        checked.most(),
        limit.window().accept(new Windows(zones)),
        Annotations.of(limit.annotations()));
  }

  private List<Limit.LimitCase> slots(List<CheckedLimit.Case> checked) {
    SlotGroups<Counted> groups = new SlotGroups<>();
    for (CheckedLimit.Case each : checked) {
      LocalNames locals = new LocalNames();
      Expr counts = cases.required(each.condition(), locals);
      Expr exempt = cases.unless(each.condition(), locals);
      Expr amount = cases.lowerOrNull(each.amount(), locals);
      Expr key = cases.lowerOrNull(each.key(), locals);
      groups.add(
          CaseLowering.slot(each.slot()),
          new Counted(
              counts,
              exempt,
              amount == null ? new Expr.Const(new IntValue(1)) : amount,
              key == null ? new Limit.Key.SessionKey() : new Limit.Key.EntityKey(key)));
    }
    return groups.cases(
        (slots, said) ->
            new Limit.LimitCase(slots, said.counts(), said.exempt(), said.amount(), said.key()));
  }

  private record Windows(SortedSet<String> zones) implements LimitWindowVisitor<Limit.Window> {

    @Override
    public Limit.Window visitWholeSession(WholeSession node) {
      return new Limit.Window.SessionLife();
    }

    @Override
    public Limit.Window visitRolling(RollingWindow node) {
      return new Limit.Window.Rolling(node.length().millis());
    }

    @Override
    public Limit.Window visitCalendar(CalendarWindow node) {
      zones.add(node.zone().value());
      return new Limit.Window.Calendar(node.unit() == CalendarUnit.MONTH, node.zone().value());
    }
  }
}
