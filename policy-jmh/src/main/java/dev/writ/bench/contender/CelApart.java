package dev.writ.bench.contender;

import dev.cel.runtime.CelRuntime;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Dialects;
import dev.writ.bench.scenario.Scenario;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL by cel-java, a program for each rule: forbids first, up to the first that is true. */
final class CelApart implements Contender {
  @Override
  public String name() {
    return "cel-java";
  }

  @Override
  public @Nullable Decider prepare(Scenario scenario) {
    Dialects.Cel cel = scenario.dialects().cel();
    if (cel == null) {
      return null;
    }
    CelEnvironment environment = new CelEnvironment();
    CelRuntime.Program[] forbids = programs(environment, cel.forbids());
    CelRuntime.Program[] permits = programs(environment, cel.permits());
    Map<String, Object>[] variables = environment.variables(scenario);
    return number -> !any(forbids, variables[number]) && any(permits, variables[number]);
  }

  private static CelRuntime.Program[] programs(
      CelEnvironment environment, List<String> conditions) {
    return conditions.stream().map(environment::program).toArray(CelRuntime.Program[]::new);
  }

  private static boolean any(CelRuntime.Program[] programs, Map<String, Object> variables) {
    for (CelRuntime.Program program : programs) {
      if (CelEnvironment.isTrue(program, variables)) {
        return true;
      }
    }
    return false;
  }
}
