package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Actor;
import dev.writ.core.ir.Expr;
import dev.writ.core.model.EntityId;
import java.util.List;

/** Who may give a command, as {@code requested by}, {@code revocable by} and the like say. */
final class Actors {

  private Actors() {}

  /** Whether one of the declared actors is certainly this entity, itself not suspended. */
  static boolean allow(List<Actor> actors, EntityId who, Reading reading) {
    return active(who, reading)
        && actors.stream().anyMatch(actor -> matches(actor, who, reading) == Truth.TRUE);
  }

  /** Whether the entity is certainly not suspended. */
  static boolean active(EntityId who, Reading reading) {
    return new People(reading).suspended(who) == Truth.FALSE;
  }

  private static Truth matches(Actor actor, EntityId who, Reading reading) {
    Truth named = reading.truth(Patterns.condition(new Expr.Const(who), actor.who()));
    return actor.when() == null ? named : named.and(reading.askedBy(who).truth(actor.when()));
  }
}
