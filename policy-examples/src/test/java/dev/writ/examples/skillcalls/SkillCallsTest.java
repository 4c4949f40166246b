package dev.writ.examples.skillcalls;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.writ.examples.SharedData;
import dev.writ.examples.WritRun;
import dev.writ.examples.skillcalls.ToolCalls.Answer;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that a skill makes a coding agent try, and calls of its daily work. */
final class SkillCallsTest {

  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  @TempDir private Path temporary;

  @Test
  void policies_ofTheScenario_areSoundAndTestedWhole() {
    WritRun check = WritRun.of("check", ToolCalls.POLICIES.toString());
    WritRun test = WritRun.of("test", "--coverage", ToolCalls.POLICIES.toString());
    assertThat(check.exit()).as(check.out()).isZero();
    assertThat(test.exit()).as(test.out()).isZero();
    assertThat(test.out()).contains("27 of 27 rules and clauses seen true");
  }

  @Test
  void calls_ofDailyWork_arePermitted() throws IOException {
    List<Answer> answers = ToolCalls.decide(ToolCalls.ENTITIES, ToolCalls.read("benign.jsonl"));
    assertThat(answers).hasSize(11).allMatch(Answer::permitted);
  }

  @Test
  void calls_ofBadSkills_areDeniedOrAskThePerson() throws IOException {
    List<Answer> answers = ToolCalls.decide(ToolCalls.ENTITIES, ToolCalls.read("malicious.jsonl"));
    assertThat(reasons(answers))
        .isEqualTo(
            Map.of(
                "forbidden", 5L,
                "out_of_scope", 9L,
                "invalid_request", 3L,
                "delegate_denied", 1L,
                "evaluation_error", 1L));
    assertThat(answers).noneMatch(Answer::permitted).filteredOn(Answer::asks).hasSize(2);
  }

  @Test
  void payloads_malicious_areDeniedAndBenignArePermitted() throws IOException {
    Payloads payloads = Payloads.read();
    List<Answer> benign = ToolCalls.decide(ToolCalls.ENTITIES, payloads.benign());
    List<Answer> malicious = ToolCalls.decide(ToolCalls.ENTITIES, payloads.malicious());
    assertThat(benign).hasSize(18).allMatch(Answer::permitted);
    assertThat(malicious).noneMatch(Answer::permitted).noneMatch(Answer::asks);
    assertThat(reasons(malicious))
        .as("10 denied by the type Command, 22 by the policies")
        .isEqualTo(Map.of("invalid_request", 10L, "forbidden", 16L, "out_of_scope", 6L));
    assertThat(malicious)
        .filteredOn(answer -> answer.reason().equals("invalid_request"))
        .extracting(Answer::place)
        .containsOnly("arguments.command");
  }

  @Test
  void payloads_whereNoInstructionFileIsNamed_areDecidedTheSame() throws IOException {
    Payloads payloads = Payloads.read();
    String entities = Files.readString(ToolCalls.ENTITIES);
    String without =
        entities.replaceFirst("\"instructions\": \\[[^\\]]*\\]", "\"instructions\": []");
    assertThat(without).isNotEqualTo(entities);
    List<Answer> answers =
        ToolCalls.decide(
            Files.writeString(temporary.resolve("entities.json"), without), payloads.malicious());
    assertThat(answers).hasSize(32).noneMatch(Answer::permitted).noneMatch(Answer::asks);
  }

  @Test
  void literals_ofPolicies_areOfNoMaliciousCallAlone() throws IOException {
    Payloads payloads = Payloads.read();
    Set<String> malicious = words(payloads.malicious());
    malicious.removeAll(words(payloads.benign()));
    assertThat(malicious).hasSizeGreaterThan(50).contains("curl", "CLAUDE.md", "bash", ".env");
    Set<String> literals = literals();
    assertThat(literals).hasSizeGreaterThan(60).contains("git", "/workspace/src/**");
    for (String literal : literals) {
      assertThat(malicious)
          .as("words of malicious calls that are `%s` but for its wildcards", literal)
          .noneMatch(word -> bare(word).equals(bare(literal)));
    }
  }

  private static Map<String, Long> reasons(List<Answer> answers) {
    return answers.stream().collect(groupingBy(Answer::reason, TreeMap::new, counting()));
  }

  /** The arguments as they are, their words, and the segments of these. */
  private static Set<String> words(List<JsonNode> calls) {
    Set<String> words = new TreeSet<>();
    for (JsonNode call : calls) {
      for (JsonNode argument : call.get("arguments")) {
        words.add(argument.textValue());
        for (String word : argument.textValue().split("\\s+", -1)) {
          words.add(word);
          words.addAll(List.of(word.replaceFirst("^https?://", "").split("[/=:?]+", -1)));
        }
      }
    }
    words.removeIf(word -> bare(word).length() < 2);
    return words;
  }

  private static Set<String> literals() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(ToolCalls.POLICIES, "*.writ")) {
      for (Path file : files) {
        if (!file.endsWith("tests.writ")) {
          STRING.matcher(Files.readString(file)).results().forEach(m -> literals.add(m.group(1)));
        }
      }
    }
    literals.removeIf(literal -> bare(literal).length() < 2);
    return literals;
  }

  /** Without wildcards and the slashes around them. */
  private static String bare(String literal) {
    return literal.replaceAll("^[*/]+|[*/]+$", "");
  }

  /** The calls of the five classes. */
  private record Payloads(List<JsonNode> malicious, List<JsonNode> benign) {
    static Payloads read() throws IOException {
      List<JsonNode> malicious = new ArrayList<>();
      List<JsonNode> benign = new ArrayList<>();
      Path folder = SharedData.of("skill-injection/payloads");
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
        for (Path file : files) {
          JsonNode all = WritRun.json(Files.readString(file));
          all.get("malicious_payloads").forEach(each -> malicious.add(call(each)));
          all.get("benign_payloads").forEach(each -> benign.add(call(each)));
        }
      }
      return new Payloads(malicious, benign);
    }

    private static JsonNode call(JsonNode payload) {
      return ToolCalls.call(payload.get("tool_name").textValue(), payload.get("kwargs"));
    }
  }
}
