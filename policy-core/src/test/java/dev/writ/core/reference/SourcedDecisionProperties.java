package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.authority.AuthorityJson;
import dev.writ.core.decision.Decision;
import dev.writ.core.engine.EngineBuilder;
import dev.writ.core.engine.EntitySource;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.slice.EntityPath;
import dev.writ.core.slice.EntityPaths;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * A decision with just those entities that the paths of its slots reach, and with other values for
 * all attributes that no path names, is the decision with all entities.
 */
class SourcedDecisionProperties {

  private static final Map<String, Json> OTHER_VALUES =
      Map.of(
          "person", Json.of("nobody"),
          "oncall", Json.of(false),
          "owner", Json.of("nobody"),
          "team", Json.of("nowhere"),
          "owners", Json.array(List.of()),
          "frozen", Json.of(true));

  @Provide
  Arbitrary<GeneratedWorld> worlds() {
    return GeneratedWorld.all().filter(world -> !EntityPaths.readsEverybody(world.policies()));
  }

  /** Tells entities, and keeps which. */
  private static final class Directory implements EntitySource {
    private final Map<EntityId, Entity> entities = new HashMap<>();
    private final Set<EntityId> asked = new HashSet<>();

    @Override
    public List<Entity> load(Set<EntityId> ids) {
      asked.addAll(ids);
      return ids.stream().map(entities::get).filter(Objects::nonNull).toList();
    }
  }

  private static EngineBuilder engine(GeneratedWorld world) {
    return PolicyEngine.builder(world.policies())
        .authority(world.state())
        .clock(InstantSource.fixed(Instant.ofEpochMilli(world.clock())))
        .maxSkew(Duration.ofSeconds(5))
        .callerSupports("log");
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void decision_withWhatItsPathsReach_isThatWithEverything(@ForAll("worlds") GeneratedWorld world) {
    Dice dice = world.dice();
    Directory directory = new Directory();
    List<Entity> stored = new ArrayList<>();
    try (PolicyEngine whole = engine(world).entities(Entities.of(world.entities())).build()) {
      Set<String> read = attributes(whole, world);
      for (Entity entity : world.entities()) {
        if (dice.percent(20)) {
          stored.add(entity);
        } else {
          directory.entities.put(entity.uid(), otherwise(entity, read));
        }
      }
      try (PolicyEngine sourced =
          engine(world).entities(Entities.of(stored)).entitySource(directory).build()) {
        assertThat(told(sourced.decide(world.request())))
            .isEqualTo(told(whole.decide(world.request())));
        assertThat(told(sourced.authorize(world.request())))
            .isEqualTo(told(whole.authorize(world.request())));
        assertThat(JsonWriter.canonical(AuthorityJson.write(sourced.authority())))
            .isEqualTo(JsonWriter.canonical(AuthorityJson.write(whole.authority())));
        Seen.that(directory.asked.size() < directory.entities.size(), 1);
      }
    }
  }

  /** The attributes that any path of the request's slots names. */
  private static Set<String> attributes(PolicyEngine engine, GeneratedWorld world) {
    Set<String> read = new HashSet<>();
    Stream.concat(Stream.of(world.request().principal()), world.request().chain().stream())
        .flatMap(
            member ->
                engine
                    .entityPaths(
                        world.request().action(), member.type(), world.request().resource().type())
                    .stream())
        .map(EntityPath::attributes)
        .forEach(read::addAll);
    return read;
  }

  /** The entity with other values for what no path names; one that breaks the schema stays so. */
  private static Entity otherwise(Entity entity, Set<String> read) {
    if (!Realm.STORE.isKnown(entity.uid())) {
      return entity;
    }
    Map<String, Json> attrs = new LinkedHashMap<>();
    entity
        .attrs()
        .forEach(
            (name, value) ->
                attrs.put(
                    name, read.contains(name) ? value : OTHER_VALUES.getOrDefault(name, value)));
    return new Entity(entity.uid(), attrs, entity.parents());
  }

  private static String told(Decision decision) {
    return decision.verdict().toCanonicalJson()
        + decision.validUntil()
        + decision.remedies()
        + decision.retryAt()
        + decision.because();
  }
}
