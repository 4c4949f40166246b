package dev.writ.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.writ.core.decision.Decision;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.ToolCall;
import dev.writ.core.model.ToolDigest;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that real agents made are requests, through the schemas generated from their tools. */
class McpCallsTest {
  private static final Path DATA = Path.of("../../shared/data/agentdojo");

  @BeforeAll
  static void findData() {
    assumeTrue(
        Files.isDirectory(DATA),
        () -> "skipped: there is no folder " + DATA.toAbsolutePath().normalize());
  }

  private static PolicySet policies(String suite, Json list) throws McpListException {
    McpOptions options = new McpOptions(suite, suite, PrincipalType.parse("Agent, human User"));
    String schema = McpSchema.of(List.of(list), options).text();
    String policy =
        "use %s; permit \"all\" destructive_tools by User on McpServer;".formatted(suite);
    return WritCompiler.compile(
            List.of(new SourceText("schema.writ", schema), new SourceText("p.writ", policy)))
        .orThrow();
  }

  private static Map<String, String> digests(Json list) throws IOException {
    Map<String, String> digests = new LinkedHashMap<>();
    for (Json tool : ((Json.Arr) member(list, "tools")).items()) {
      digests.put(text(tool, "name"), ToolDigest.of(JsonWriter.pretty(tool)));
    }
    return digests;
  }

  private static Json member(Json json, String name) {
    return Objects.requireNonNull(((Json.Obj) json).members().get(name));
  }

  private static String text(Json json, String name) {
    return ((Json.Str) member(json, name)).value();
  }

  @ParameterizedTest
  @CsvSource({"banking, 45", "workspace, 94"})
  void calls_ofRealAgents_areRequests(String suite, int calls) throws Exception {
    Json list = JsonReader.read(Files.readAllBytes(DATA.resolve(suite + ".json")));
    Map<String, String> digests = digests(list);
    EntityId user = EntityId.of(suite + ".User", "ann");
    String entities = "[{\"uid\": {\"type\": \"%s.User\", \"id\": \"ann\"}}]".formatted(suite);
    int seen = 0;
    try (PolicyEngine engine =
        PolicyEngine.builder(policies(suite, list)).entities(Entities.readJson(entities)).build()) {
      for (String line : Files.readAllLines(DATA.resolve("calls.jsonl"))) {
        Json call = JsonReader.read(line);
        if (!text(call, "suite").equals(suite)) {
          continue;
        }
        String tool = text(call, "function");
        ToolCall sound = ToolCall.of(suite, tool, member(call, "args")).by(user);
        String digest = Objects.requireNonNull(digests.get(tool));
        assertThat(reason(engine, sound.toolDigest(digest))).as(line).isEqualTo("permitted");
        assertThat(reason(engine, sound)).as(line).isEqualTo("tool_changed");
        Map<String, Json> more = new LinkedHashMap<>(((Json.Obj) member(call, "args")).members());
        more.put("not_listed", Json.of(1));
        ToolCall other = ToolCall.of(suite, tool, new Json.Obj(more)).by(user).toolDigest(digest);
        assertThat(reason(engine, other)).as(line).isEqualTo("invalid_request");
        seen++;
      }
    }
    assertThat(seen).isEqualTo(calls);
  }

  private static String reason(PolicyEngine engine, ToolCall call) {
    Decision decision = engine.decide(call);
    return decision.verdict().reason().code();
  }
}
