package dev.writ.bench.contender;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.writ.bench.scenario.Scenario;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import java.util.HashMap;
import java.util.Map;

/** The variables of CEL conditions, their types and their values, and programs over them. */
final class CelEnvironment {
  private static final CelType FIELDS = MapType.create(SimpleType.STRING, SimpleType.DYN);
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .maxExpressionCodePointSize(Integer.MAX_VALUE)
          .maxParseExpressionNodeCount(Integer.MAX_VALUE)
          .build();

  private final CelCompiler compiler =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("action", SimpleType.STRING)
          .addVar("principal", FIELDS)
          .addVar("resource", FIELDS)
          .addVar("args", FIELDS)
          .addVar("facts", FIELDS)
          .setResultType(SimpleType.BOOL)
          .build();
  private final CelRuntime runtime =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
  private final Plain plain = new Plain(Plain::name);

  CelRuntime.Program program(String condition) {
    try {
      return runtime.createProgram(compiler.compile(condition).getAst());
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalArgumentException("CEL does not take `" + condition + "`", e);
    }
  }

  static boolean isTrue(CelRuntime.Program program, Map<String, Object> variables) {
    try {
      return (Boolean) program.eval(variables);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("CEL failed", e);
    }
  }

  /** The values of the variables for each request. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Map<String, Object>[] variables(Scenario scenario) {
    World world = new World(scenario);
    Map<EntityId, Map<String, Object>> made = new HashMap<>();
    Map<String, Object>[] variables = new Map[world.requests.length];
    for (int i = 0; i < variables.length; i++) {
      BoundRequest request = world.requests[i];
      variables[i] =
          Map.of(
              "action",
              request.action().name(),
              "principal",
              made.computeIfAbsent(request.principal(), id -> entity(world, id)),
              "resource",
              made.computeIfAbsent(request.resource(), id -> entity(world, id)),
              "args",
              plain.fields(request.args()),
              "facts",
              plain.fields(request.facts()));
    }
    return variables;
  }

  private Map<String, Object> entity(World world, EntityId id) {
    Map<String, Object> fields = plain.fields(world.attributes(id));
    fields.put("id", Plain.name(id));
    fields.put("ancestors", world.ancestors(id).stream().map(Plain::name).toList());
    return fields;
  }
}
