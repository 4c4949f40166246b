package dev.writ.examples.skillcalls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.core.decision.Decision;
import dev.writ.core.engine.PolicyEngine;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.Request;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.SourceText;
import dev.writ.examples.WritRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Command lines that a pattern over text lets through, each decided by that pattern and by us. */
final class AttackCommandsTest {

  private static final EntityId AGENT = EntityId.of("Agent", "coder");
  private static final EntityId DEVELOPER = EntityId.of("Developer", "ann");
  private static final EntityId WORKSPACE = EntityId.of("Workspace", "shop");

  @TestFactory
  Stream<DynamicTest> attack_thatAPatternLetsThrough_isDenied() throws IOException {
    return attacks().stream()
        .map(attack -> DynamicTest.dynamicTest(attack.command(), () -> assertDenied(attack)));
  }

  @Test
  void attacks_ofTheFile_areManyAndEachHasItsReason() throws IOException {
    assertThat(attacks()).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(attacks()).extracting(Attack::command).doesNotHaveDuplicates();
    assertThat(attacks())
        .extracting(Attack::why)
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank);
  }

  private static void assertDenied(Attack attack) throws IOException, JsonException {
    Decision naive =
        decide(attack.naivePolicy(), Entities.NONE, Request.of(AGENT, "run", WORKSPACE), attack);
    Decision ours =
        decide(
            WritCompiler.compile(ToolCalls.POLICIES).orThrow(),
            Entities.readJson(Files.readString(ToolCalls.ENTITIES)),
            Request.of(AGENT, "run", WORKSPACE).onBehalfOf(DEVELOPER),
            attack);
    assertThat(naive.permitted()).as("%s: the pattern lets it through", naive.verdict()).isTrue();
    assertThat(ours.wouldPermit()).as(attack.why()).isFalse();
    assertThat(ours.verdict().reason().code()).isEqualTo(attack.denied());
    assertThat(ours.remedies()).as("nobody is asked to say yes to it").isEmpty();
  }

  private static Decision decide(
      PolicySet policies, Entities entities, Request request, Attack attack) {
    try (PolicyEngine engine = PolicyEngine.builder(policies).entities(entities).build()) {
      return engine.decide(request.arg("command", attack.command()));
    }
  }

  private static List<Attack> attacks() throws IOException {
    List<Attack> attacks = new ArrayList<>();
    String file = Files.readString(ToolCalls.FOLDER.resolve("attacks.json"));
    WritRun.json(file).forEach(each -> attacks.add(Attack.of(each)));
    return attacks;
  }

  /**
   * A command line that a naive policy lets through.
   *
   * @param command the command line
   * @param naive the naive policy's rule
   * @param denied the reason's code for which our policies deny it
   * @param why what the pattern does not see
   */
  private record Attack(String command, String naive, String denied, String why) {
    static Attack of(JsonNode json) {
      String naive =
          json.has("permits")
              ? "permit \"known\" run by Agent on Workspace when args.command like "
                  + json.get("permits")
                  + ";"
              : "permit \"all\" run by Agent on Workspace;\n"
                  + "forbid \"known\" run when args.command like "
                  + json.get("forbids")
                  + ";";
      return new Attack(
          json.get("command").textValue(),
          naive,
          json.get("denied").textValue(),
          json.get("why").textValue());
    }

    PolicySet naivePolicy() {
      String text =
          "module naive;\n"
              + "human entity Agent one of \"coder\";\nentity Workspace one of \"shop\";\n"
              + "action run by Agent on Workspace with { command: String };\n"
              + naive;
      return WritCompiler.compile(List.of(new SourceText("naive.writ", text))).orThrow();
    }
  }
}
