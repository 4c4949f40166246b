package dev.writ.core.reference;

import dev.writ.core.authority.Suspension;
import dev.writ.core.ir.Actor;
import dev.writ.core.ir.Suspend;
import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.Optional;

/**
 * The commands that suspend an entity and lift that: pure functions from one state of authority to
 * the next, under the rules of the language reference, section 6.
 *
 * <p>Immutable. Who gives a command is taken as proven by the caller.
 */
final class SuspensionCommands {
  private final Desk desk;

  SuspensionCommands(World world) {
    this.desk = new Desk(world);
  }

  /** Suspends an entity; one that is suspended already stays so as it was. */
  CommandResult<Suspension> suspend(EntityId entity, EntityId actor) {
    Optional<Suspend> declared =
        declarations().stream()
            .filter(suspend -> suspend.types().contains(entity.type()))
            .filter(suspend -> allows(suspend.by(), actor, suspend))
            .findFirst();
    if (declared.isEmpty()) {
      return Desk.refused("`" + actor + "` may not suspend `" + entity + "`");
    }
    Optional<Suspension> earlier = suspension(entity);
    if (earlier.isPresent()) {
      return desk.unchanged(earlier.get());
    }
    Suspension suspension = new Suspension(entity, actor, name(declared.get()), desk.now());
    return new CommandResult.Done<>(desk.next().put(suspension).build(), suspension);
  }

  /**
   * Lifts a suspension: those may who are named by the declaration under which it was made. Where
   * the policy set has several of that name, every one of them must allow it; where it has none any
   * more, nobody may.
   */
  CommandResult<Suspension> lift(EntityId entity, EntityId actor) {
    Optional<Suspension> suspension = suspension(entity);
    if (suspension.isEmpty()) {
      return Desk.refused("`" + entity + "` is not suspended");
    }
    List<Suspend> declared =
        declarations().stream()
            .filter(suspend -> name(suspend).equals(suspension.get().declaration()))
            .toList();
    boolean allowed =
        !declared.isEmpty()
            && declared.stream().allMatch(suspend -> allows(lifters(suspend), actor, suspend));
    return allowed
        ? new CommandResult.Done<>(desk.next().lift(entity).build(), suspension.get())
        : Desk.refused("`" + actor + "` may not lift the suspension of `" + entity + "`");
  }

  private List<Suspend> declarations() {
    return desk.judge().world().policies().suspends();
  }

  private Optional<Suspension> suspension(EntityId entity) {
    return desk.state().suspensions().stream()
        .filter(suspension -> suspension.entity().equals(entity))
        .findFirst();
  }

  private static List<Actor> lifters(Suspend declared) {
    return declared.liftedBy().isEmpty() ? declared.by() : declared.liftedBy();
  }

  private boolean allows(List<Actor> actors, EntityId actor, Suspend declared) {
    Reading reading = new Reading(desk.judge(), name(declared), Matter.environment(actor));
    return Actors.allow(actors, actor, reading);
  }

  /** The module and the types: {@code payments.agents/Agent,Team}. */
  private static String name(Suspend declared) {
    return declared.module() + "/" + String.join(",", declared.types());
  }
}
