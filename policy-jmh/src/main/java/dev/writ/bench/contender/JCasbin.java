package dev.writ.bench.contender;

import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Dialects;
import dev.writ.bench.scenario.Scenario;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.jspecify.annotations.Nullable;

/**
 * Casbin by jCasbin: an enforcer that holds the policy. Its own cache of answers by request is not
 * used, since it answers what was asked before whatever has changed.
 */
final class JCasbin implements Contender {
  @Override
  public String name() {
    return "jcasbin";
  }

  @Override
  public @Nullable Decider prepare(Scenario scenario) {
    Dialects.Casbin casbin = scenario.dialects().casbin();
    if (casbin == null) {
      return null;
    }
    Enforcer enforcer = new Enforcer(CoreEnforcer.newModel(casbin.model()));
    enforcer.enableLog(false);
    enforcer.addPolicies(lines(casbin.policy()));
    if (!casbin.groupings().isEmpty()) {
      enforcer.addGroupingPolicies(lines(casbin.groupings()));
    }
    World world = new World(scenario);
    Object[][] requests =
        Arrays.stream(world.requests)
            .map(request -> handed(world, request, casbin.request()))
            .toArray(Object[][]::new);
    return number -> enforcer.enforce(requests[number]);
  }

  private static List<List<String>> lines(List<String> lines) {
    return lines.stream()
        .map(line -> Arrays.stream(line.split(", ", -1)).skip(1).toList())
        .map(List::copyOf)
        .toList();
  }

  private static Object[] handed(World world, BoundRequest request, Dialects.Casbin.Request shape) {
    return switch (shape) {
      case NAMES ->
          new Object[] {
            Plain.name(request.principal()), Plain.name(request.resource()), request.action().name()
          };
      case MAPS -> {
        Plain plain = new Plain(Plain::name);
        yield new Object[] {
          entity(world, plain, request.principal()),
          entity(world, plain, request.resource()),
          plain.fields(request.args()),
          plain.fields(request.facts())
        };
      }
    };
  }

  private static Map<String, Object> entity(World world, Plain plain, EntityId id) {
    Map<String, Object> fields = plain.fields(world.attributes(id));
    fields.put("id", Plain.name(id));
    return fields;
  }
}
