package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ZoneTable;
import dev.writ.core.model.Value;
import java.util.Map;

/** A condition that is compiled whenever it is asked for, since that is seldom. */
final class Late extends Condition {
  private final Expr expr;
  private final Types types;
  private final Map<String, ZoneTable> zones;

  Late(Expr expr, Types types, Map<String, ZoneTable> zones) {
    this.expr = expr;
    this.types = types;
    this.zones = zones;
  }

  @Override
  Truth truth(View view, Moment moment, Value[] locals) {
    return new Compiler(types, zones, new Guards()).node(expr).truth(view, moment, locals);
  }
}
