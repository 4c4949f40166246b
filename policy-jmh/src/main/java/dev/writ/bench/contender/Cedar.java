package dev.writ.bench.contender;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cedar by cedar-java: the policy set parsed once and cached on the native side; with each request
 * goes the slice of the entities that principal and resource lead to, made before.
 */
final class Cedar implements Contender {
  @Override
  public String name() {
    return "cedar-java";
  }

  private record Ask(AuthorizationRequest request, Set<Entity> slice) {}

  @Override
  public @Nullable Decider prepare(Scenario scenario) {
    String text = scenario.dialects().cedar();
    if (text == null) {
      return null;
    }
    PolicySet policies = cached(text);
    AuthorizationEngine engine = new BasicAuthorizationEngine();
    Slices slices = new Slices(new World(scenario));
    Ask[] asks = new Ask[scenario.requests().size()];
    for (int i = 0; i < asks.length; i++) {
      asks[i] = slices.ask(i);
    }
    return number -> permits(engine, policies, asks[number]);
  }

  private static PolicySet cached(String text) {
    try {
      PolicySet policies = PolicySet.parsePolicies(text);
      policies.cache();
      return policies;
    } catch (InternalException | CacheException e) {
      throw new IllegalArgumentException("Cedar does not take the policies", e);
    }
  }

  private static boolean permits(AuthorizationEngine engine, PolicySet policies, Ask ask) {
    try {
      AuthorizationResponse response = engine.isAuthorized(ask.request, policies, ask.slice);
      return response
          .success
          .orElseThrow(() -> new IllegalStateException("Cedar failed: " + response))
          .isAllowed();
    } catch (AuthException e) {
      throw new IllegalStateException("Cedar failed", e);
    }
  }

  /** The requests as Cedar takes them, each with the entities that it leads to. */
  private static final class Slices {
    private final World world;
    private final Plain plain = new Plain(Slices::uid);
    private final Map<EntityId, Entity> made = new HashMap<>();

    Slices(World world) {
      this.world = world;
    }

    private static EntityUID uid(EntityId id) {
      return EntityUID.parse(id.toString())
          .orElseThrow(() -> new IllegalArgumentException("Cedar does not take " + id));
    }

    Ask ask(int number) {
      BoundRequest request = world.requests[number];
      Map<String, Value> context = new HashMap<>(values(plain.fields(request.args())));
      context.putAll(values(plain.fields(request.facts())));
      AuthorizationRequest asked =
          new AuthorizationRequest(
              uid(request.principal()),
              uid(EntityId.of("Action", request.action().name())),
              uid(request.resource()),
              context);
      return new Ask(asked, slice(request));
    }

    private Set<Entity> slice(BoundRequest request) {
      Set<EntityId> seen = new HashSet<>(Set.of(request.principal(), request.resource()));
      Deque<EntityId> open = new ArrayDeque<>(seen);
      Set<Entity> slice = new LinkedHashSet<>();
      while (!open.isEmpty()) {
        EntityId id = open.pop();
        slice.add(made.computeIfAbsent(id, this::entity));
        Set<EntityId> next = new LinkedHashSet<>(world.entities.parents(id));
        world.attributes(id).fields().values().stream()
            .filter(EntityId.class::isInstance)
            .forEach(value -> next.add((EntityId) value));
        next.stream().filter(seen::add).forEach(open::push);
      }
      return slice;
    }

    private Entity entity(EntityId id) {
      return new Entity(
          uid(id),
          values(plain.fields(world.attributes(id))),
          world.entities.parents(id).stream().map(Slices::uid).collect(Collectors.toSet()));
    }

    private static Map<String, Value> values(Map<String, Object> fields) {
      Map<String, Value> values = new HashMap<>();
      fields.forEach((name, value) -> values.put(name, value(value)));
      return values;
    }

    private static Value value(Object plain) {
      if (plain instanceof Boolean flag) {
        return new PrimBool(flag);
      }
      if (plain instanceof Long number) {
        return new PrimLong(number);
      }
      if (plain instanceof String text) {
        return new PrimString(text);
      }
      if (plain instanceof Collection<?> some) {
        return new CedarList(some.stream().map(Slices::value).toList());
      }
      if (plain instanceof EntityUID uid) {
        return uid;
      }
      throw new IllegalArgumentException("Cedar is not handed " + plain);
    }
  }
}
