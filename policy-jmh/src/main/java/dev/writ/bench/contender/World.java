package dev.writ.bench.contender;

import dev.writ.bench.scenario.Scenario;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.reference.Circumstances;
import java.util.Set;

/** A scenario with its policies compiled and its entities and requests held against them. */
final class World {
  final PolicySet policies;
  final EntityStore entities;
  final Circumstances circumstances;
  final BoundRequest[] requests;

  World(Scenario scenario) {
    policies = scenario.policies().set();
    entities = EntityStore.bind(policies.schema(), scenario.entities());
    circumstances =
        new Circumstances(
            entities, scenario.authority(), scenario.nowMillis(), 0, Circumstances.Health.GOOD);
    requests = scenario.requests().stream().map(this::bound).toArray(BoundRequest[]::new);
  }

  /** The attributes of an entity of the scenario. */
  RecordValue attributes(EntityId id) {
    if (entities.attributes(id) instanceof EntityAnswer.Known<RecordValue> known) {
      return known.value();
    }
    throw new IllegalArgumentException("the scenario has no sound entity " + id);
  }

  /** An entity of the scenario and all that it is in. */
  Set<EntityId> ancestors(EntityId id) {
    if (entities.ancestors(id) instanceof EntityAnswer.Known<Set<EntityId>> known) {
      return known.value();
    }
    throw new IllegalArgumentException("the scenario has no sound entity " + id);
  }

  private BoundRequest bound(Request request) {
    try {
      return RequestBinding.bind(policies.schema(), entities, request, DataLimits.DEFAULT);
    } catch (InvalidRequestException e) {
      throw new IllegalArgumentException("a request of the scenario does not fit: " + request, e);
    }
  }
}
