package dev.writ.core.plan;

import dev.writ.core.decision.Truth;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.List;

/** Who may not vote: those who ask, and those that {@code excluding} names. People are compared. */
final class Excluded {
  private final Reader reader;
  private final Persons persons;
  private final List<EntityId> always;
  private final List<HearingCode.Exclusion> declared;

  Excluded(
      Reader reader, Persons persons, List<EntityId> always, List<HearingCode.Exclusion> declared) {
    this.reader = reader;
    this.persons = persons;
    this.always = List.copyOf(always);
    this.declared = List.copyOf(declared);
  }

  /** Whether the voter is excluded; only {@link Truth#FALSE} lets a vote count. */
  Truth excludes(EntityId voter) {
    Truth excluded = Truth.FALSE;
    for (EntityId other : always) {
      excluded = excluded.or(persons.same(voter, other));
    }
    for (HearingCode.Exclusion exclusion : declared) {
      excluded = excluded.or(excludes(exclusion, voter));
    }
    return excluded;
  }

  private Truth excludes(HearingCode.Exclusion exclusion, EntityId voter) {
    Truth condition = reader.truth(exclusion.condition());
    if (condition != Truth.TRUE) {
      return condition;
    }
    Value who = reader.value(exclusion.who());
    if (who == null) {
      return Truth.ERROR;
    }
    return exclusion.members() ? inside(voter, who) : among(voter, who);
  }

  private Truth inside(EntityId voter, Value group) {
    Truth inside = Truth.FALSE;
    for (EntityId name : persons.names(voter)) {
      inside = inside.or(reader.in(name, group));
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
    return who instanceof EntityId entity ? persons.same(voter, entity) : Truth.ERROR;
  }
}
