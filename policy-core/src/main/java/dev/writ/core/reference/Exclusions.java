package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Approval.Exclusion;
import dev.writ.core.ir.IrText;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Who may not vote: those always excluded, and those that {@code excluding} names. People are
 * compared, not entities: who is in an excluded group under any name that the store knows is
 * excluded.
 *
 * <p>An error excludes everybody, the one in a condition too.
 */
final class Exclusions {
  private final Reading reading;
  private final People people;
  private final List<EntityId> always;
  private final List<Exclusion> declared;

  /**
   * @param always principal, chain and requester; for a review requester, holder and origin
   * @param declared what the declaration adds
   */
  Exclusions(Reading reading, List<EntityId> always, List<Exclusion> declared) {
    this.reading = reading;
    this.people = new People(reading);
    this.always = List.copyOf(always);
    this.declared = List.copyOf(declared);
  }

  /** Whether the voter is excluded; only {@link Truth#FALSE} lets a vote count. */
  Truth excludes(EntityId voter) {
    Truth excluded = Truth.FALSE;
    for (EntityId other : always) {
      excluded = excluded.or(people.same(voter, other));
    }
    for (Exclusion exclusion : declared) {
      excluded = excluded.or(excludes(exclusion, voter));
    }
    return excluded;
  }

  /** Why the voter is excluded, or empty where the voter is not. */
  Optional<String> barrier(EntityId voter) {
    if (always.stream().anyMatch(other -> people.same(voter, other) != Truth.FALSE)) {
      return Optional.of("excluded as one of those who ask");
    }
    return declared.stream()
        .filter(exclusion -> excludes(exclusion, voter) != Truth.FALSE)
        .map(exclusion -> "excluded by `" + IrText.of(exclusion.who()) + "`")
        .findFirst();
  }

  private Truth excludes(Exclusion exclusion, EntityId voter) {
    Truth condition = reading.truth(exclusion.condition());
    if (condition != Truth.TRUE) {
      return condition;
    }
    if (!(reading.value(exclusion.who()) instanceof Result.Found who)) {
      return Truth.ERROR;
    }
    return exclusion.members() ? inside(voter, who.value()) : among(voter, who.value());
  }

  private Truth inside(EntityId voter, Value group) {
    Truth inside = Truth.FALSE;
    for (EntityId name : people.names(voter)) {
      inside = inside.or(reading.in(name, group));
    }
    return inside;
  }

  private Truth among(EntityId voter, Value who) {
    if (who instanceof SetValue set) {
      Truth among = Truth.FALSE;
      for (Value element : set.elements()) {
        among = among.or(among(voter, element));
      }
      return among;
    }
    return who instanceof EntityId entity ? people.same(voter, entity) : Truth.ERROR;
  }
}
