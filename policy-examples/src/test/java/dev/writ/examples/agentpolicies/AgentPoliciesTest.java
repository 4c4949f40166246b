package dev.writ.examples.agentpolicies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.core.decision.Decision;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.Request;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.lint.Linter;
import dev.writ.dsl.policytest.CoverageLine;
import dev.writ.dsl.policytest.PolicyTests;
import dev.writ.dsl.policytest.TestReport;
import dev.writ.examples.SharedData;
import dev.writ.examples.WritRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenarios that others published for policies of agents, each with policies of ours. */
final class AgentPoliciesTest {

  private static final Path FOLDER = Path.of("agent-policies");

  /** Why each request of the source is permitted or denied, in its order. */
  private static final Map<String, List<String>> REASONS =
      Map.of(
          "admin any action", List.of("permitted", "no_permit"),
          "allowed values", List.of("permitted", "no_permit"),
          "combined",
              List.of(
                  "permitted",
                  "forbidden",
                  "forbidden",
                  "permitted",
                  "permitted",
                  "forbidden",
                  "permitted",
                  "limit_reached"),
          "consent before action", List.of("out_of_scope", "permitted", "permitted"),
          "consent does not grant to unauthorised roles", List.of("permitted", "delegate_denied"),
          "env denial", List.of("forbidden", "permitted"),
          "multi-role user", List.of("permitted", "permitted", "permitted", "no_permit"),
          "rate limit 5", List.of("permitted", "limit_reached"),
          "role scoped to tools", List.of("permitted", "no_permit"),
          "time window per tool", List.of("permitted", "forbidden"));

  static List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void folders_ofTheScenario_areTwelve() throws IOException {
    assertThat(folders()).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void policies_ofEachFolder_areSoundAndTestedWhole(Path folder) {
    Compilation compilation = WritCompiler.compile(folder);
    TestReport report = PolicyTests.run(compilation.orThrow(), compilation.tests());
    assertThat(Linter.standard().lint(compilation).findings()).isEmpty();
    assertThat(report.tests()).isNotEmpty().allMatch(test -> test.passed());
    assertThat(report.coverage()).isNotEmpty().allMatch(CoverageLine::full);
  }

  @Test
  void requests_ofTheSource_areDecidedAsItSaysAndForThatReason()
      throws IOException, JsonException, InvalidValueException {
    Path file = SharedData.of("agent-policies/cedar-agent-builder.json");
    List<String> differ = new ArrayList<>();
    Map<String, List<String>> reasons = new TreeMap<>();
    for (JsonNode scenario : WritRun.json(Files.readString(file)).get("scenarios")) {
      String name = scenario.get("name").textValue();
      SourceScenario ours = scenario(name);
      for (JsonNode request : scenario.get("requests")) {
        Decision decision = ours.decide(request);
        if (decision.permitted() != request.get("expected").textValue().equals("allow")) {
          differ.add(name + ": " + request + " " + decision.verdict());
        }
        reasons
            .computeIfAbsent(name, each -> new ArrayList<>())
            .add(decision.verdict().reason().code());
      }
    }
    assertThat(differ).isEmpty();
    assertThat(reasons).isEqualTo(REASONS);
    assertThat(reasons.values().stream().mapToInt(List::size).sum()).isEqualTo(29);
  }

  @Test
  void publishedPatterns_pathWithPointsOrOtherFolder_isDenied() {
    PolicySet ours = WritCompiler.compile(FOLDER.resolve("securing-coding-agents")).orThrow();
    EntityId developer = EntityId.of("Developer", "ann");
    Request read = Request.of(developer, "read_file", EntityId.of("Gateway", "tools"));
    try (PolicyEngine engine =
        PolicyEngine.builder(ours).entities(Entities.of(Entity.of(developer))).build()) {
      assertThat(reason(engine, read.arg("path", "/workspace/src/a.js"))).isEqualTo("permitted");
      assertThat(reason(engine, read.arg("path", "/workspace/src/../../etc/passwd")))
          .as("matches the published `/workspace/src/*`")
          .isEqualTo("invalid_request");
      assertThat(reason(engine, read.arg("path", "/workspace/src-old/a.js")))
          .isEqualTo("no_permit");
    }
  }

  @Test
  void publishedPatterns_scopeThatOnlyLooksAlike_isDenied() {
    PolicySet ours = WritCompiler.compile(FOLDER.resolve("hr-gateway")).orThrow();
    Entity reader = user("ann", "hr-dlp-gateway/read");
    Entity alike = user("bo", "other-hr-dlp-gateway/reader");
    try (PolicyEngine engine =
        PolicyEngine.builder(ours).entities(Entities.of(reader, alike)).build()) {
      assertThat(reason(engine, search(reader))).isEqualTo("permitted");
      assertThat(reason(engine, search(alike)))
          .as("matches the published `*hr-dlp-gateway/read*`")
          .isEqualTo("no_permit");
    }
  }

  private static Entity user(String id, String scope) {
    return Entity.of("OAuthUser", id).with("scopes", List.of(scope));
  }

  private static Request search(Entity by) {
    return Request.of(by.uid(), "search_employee", EntityId.of("Gateway", "hr"));
  }

  private static String reason(PolicyEngine engine, Request request) {
    return engine.decide(request).verdict().reason().code();
  }

  private static SourceScenario scenario(String name) {
    Path folder = FOLDER.resolve(name.replace(' ', '-'));
    return new SourceScenario(WritCompiler.compile(folder).orThrow());
  }
}
