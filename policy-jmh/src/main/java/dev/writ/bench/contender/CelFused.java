package dev.writ.bench.contender;

import dev.cel.runtime.CelRuntime;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Dialects;
import dev.writ.bench.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CEL by cel-java, all rules written as one expression. Only for sets small enough for that. */
final class CelFused implements Contender {
  /** Beyond this the parser's stack ends. */
  private static final int MOST = 100;

  @Override
  public String name() {
    return "cel-java-fused";
  }

  @Override
  public @Nullable Decider prepare(Scenario scenario) {
    Dialects.Cel cel = scenario.dialects().cel();
    if (cel == null || cel.permits().size() + cel.forbids().size() > MOST) {
      return null;
    }
    CelEnvironment environment = new CelEnvironment();
    String forbidden = cel.forbids().isEmpty() ? "" : "!(" + any(cel.forbids()) + ") && ";
    CelRuntime.Program program = environment.program(forbidden + "(" + any(cel.permits()) + ")");
    Map<String, Object>[] variables = environment.variables(scenario);
    return number -> CelEnvironment.isTrue(program, variables[number]);
  }

  private static String any(List<String> conditions) {
    return conditions.stream().map(one -> "(" + one + ")").collect(Collectors.joining(" || "));
  }
}
