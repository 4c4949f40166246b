package dev.writ.bench.row;

import dev.writ.bench.contender.Contenders;
import dev.writ.bench.measure.Pair;
import dev.writ.bench.measure.Trial;
import dev.writ.bench.scenario.Decider;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.decision.Effect;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetHash;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidRequestException;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.model.RequestBinding;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Program;
import dev.writ.core.plan.Question;
import dev.writ.core.plan.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What it takes to make a question of Java values: two ids, an action, five context values. */
final class RequestRow {
  private static final long WARM_MILLIS = 4_000;
  private static final int TURNS = 40;

  private final Scenario scenario = Scenarios.make("s4-1000");
  private final PolicySet policies = scenario.policies().compile();
  private final EntityStore entities = EntityStore.bind(policies.schema(), scenario.entities());
  private final Program program = Program.of(policies, PolicySetHash.of(policies));
  private final Surroundings now =
      new Surroundings(scenario.authority(), scenario.nowMillis(), false, false);

  private RequestRow() {}

  static List<Figure> measure() {
    return new RequestRow().figures();
  }

  private List<Figure> figures() {
    Decider decided = Objects.requireNonNull(Contenders.named("writ").prepare(scenario));
    Pair pair = new Trial(decided, this::built, scenario.requests().size()).run(WARM_MILLIS, TURNS);
    double nanos = pair.nanos() - pair.floorNanos();
    long bytes = pair.bytes() - pair.floorBytes();
    return List.of(
        Figure.of("build a request (2 ids, 5 values), beyond deciding", "%.0f ns", nanos)
            .target("at most 120 ns", nanos <= 120),
        Figure.of("its bytes, beyond deciding", "%d B", bytes)
            .target("at most 160 B", bytes <= 160));
  }

  private final List<Values> values = values();

  /** A request as Java values, as a service has them. */
  private record Values(
      String principal, String action, String resource, List<Map.Entry<String, Object>> context) {
    Values {
      context = List.copyOf(context);
    }
  }

  private List<Values> values() {
    List<Values> all = new ArrayList<>();
    for (Request request : scenario.requests()) {
      List<Map.Entry<String, Object>> context = new ArrayList<>();
      request.args().forEach((name, value) -> context.add(Map.entry(name, plain(value))));
      request.facts().forEach((name, value) -> context.add(Map.entry(name, plain(value))));
      all.add(
          new Values(request.principal().id(), request.action(), request.resource().id(), context));
    }
    return all;
  }

  private static Object plain(Json value) {
    if (value instanceof Json.Str text) {
      return text.value();
    }
    if (value instanceof Json.Num number) {
      return Long.valueOf(number.text());
    }
    return value instanceof Json.Bool flag ? flag.value() : value;
  }

  private boolean built(int number) {
    Values from = values.get(number);
    List<Map.Entry<String, Object>> told = from.context;
    Request request =
        Request.of(
                EntityId.of("User", from.principal),
                from.action,
                EntityId.of("Resource", from.resource))
            .arg(told.get(0).getKey(), told.get(0).getValue())
            .arg(told.get(1).getKey(), told.get(1).getValue())
            .fact(told.get(2).getKey(), told.get(2).getValue())
            .fact(told.get(3).getKey(), told.get(3).getValue())
            .fact(told.get(4).getKey(), told.get(4).getValue());
    try {
      Question question =
          program.question(
              RequestBinding.bind(policies.schema(), entities, request, DataLimits.DEFAULT));
      Answer decided = program.decide(question, now);
      return decided.verdict().effect() == Effect.PERMIT;
    } catch (InvalidRequestException e) {
      throw new IllegalStateException(e);
    }
  }
}
