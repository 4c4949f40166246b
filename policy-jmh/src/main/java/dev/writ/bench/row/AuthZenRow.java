package dev.writ.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.bench.measure.Pair;
import dev.writ.bench.measure.Trial;
import dev.writ.bench.scenario.Scenario;
import dev.writ.bench.scenario.Scenarios;
import dev.writ.core.authzen.AuthZen;
import dev.writ.core.authzen.Vouched;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** AuthZEN JSON in, decision JSON out, beside Jackson reading and writing the same JSON. */
final class AuthZenRow {
  private static final long WARM_MILLIS = 4_000;
  private static final int TURNS = 40;
  private static final double TARGET = 1.5;

  private AuthZenRow() {}

  static List<Figure> measure() throws IOException {
    Scenario scenario = Scenarios.make("s1");
    ObjectMapper mapper = new ObjectMapper();
    try (PolicyEngine engine = engine(scenario)) {
      AuthZen endpoint = new AuthZen(engine.asking());
      byte[][] calls = scenario.requests().stream().map(AuthZenRow::call).toArray(byte[][]::new);
      JsonNode[] answers = new JsonNode[calls.length];
      for (int i = 0; i < calls.length; i++) {
        answers[i] = mapper.readTree(answer(endpoint, calls[i]));
        if (answers[i].path("decision").asBoolean() != scenario.floor().permits(i)) {
          throw new IllegalStateException("another answer: " + answers[i]);
        }
      }
      Trial trial =
          new Trial(
              number -> jackson(mapper, calls[number], answers[number]),
              number -> answer(endpoint, calls[number]).length > 0,
              calls.length);
      Pair pair = trial.run(WARM_MILLIS, TURNS);
      return List.of(
          Figure.of("AuthZEN JSON in and out, beside Jackson alone", "%.2f times", pair.ratio())
              .target("at most 1.5 times", pair.ratio() <= TARGET),
          Figure.of("its bytes; Jackson's", "%d B; %d B", pair.bytes(), pair.floorBytes()));
    }
  }

  private static PolicyEngine engine(Scenario scenario) {
    return PolicyEngine.builder(scenario.policies().compile())
        .entities(scenario.entities())
        .clock(InstantSource.fixed(Instant.ofEpochMilli(scenario.nowMillis())))
        .callerSupports("log", "notify", "alert")
        .build();
  }

  private static byte[] call(Request request) {
    Json json =
        Json.object()
            .put("subject", entity(request.principal().type(), request.principal().id()))
            .put(
                "action",
                Json.object()
                    .put("name", request.action())
                    .put("properties", new Json.Obj(request.args()))
                    .build())
            .put("resource", entity(request.resource().type(), request.resource().id()))
            .put("context", new Json.Obj(request.facts()))
            .build();
    return JsonWriter.canonical(json).getBytes(StandardCharsets.UTF_8);
  }

  private static Json entity(String type, String id) {
    JsonObject json = Json.object();
    return json.put("type", type).put("id", id).build();
  }

  private static byte[] answer(AuthZen endpoint, byte[] call) {
    return endpoint.evaluation(call, Vouched.NOTHING).utf8();
  }

  private static boolean jackson(ObjectMapper mapper, byte[] call, JsonNode answer) {
    try {
      return mapper.readTree(call).size() + mapper.writeValueAsBytes(answer).length > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
