package dev.writ.examples.toolcalls;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.PolicySetHash;
import dev.writ.dsl.cli.Main;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.examples.SharedData;
import dev.writ.examples.toolcalls.Answer.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The policies of the scenario on the calls of AgentDojo 1.2.2, suites banking and workspace, read
 * from where they are shared; skipped where they are not.
 */
final class AgentDojoTest {

  private static final Map<String, Suite> suites = new LinkedHashMap<>();
  private static final Map<String, Figures> figures = new LinkedHashMap<>();

  @BeforeAll
  static void decide() throws IOException, InterruptedException {
    Path data = SharedData.of("agentdojo");
    for (String name : ToolCalls.SUITES) {
      Suite suite = Suite.read(data, name);
      suites.put(name, suite);
      figures.put(name, Figures.of(suite, ToolCallsTest.policies(name)));
    }
  }

  @Test
  void callsOfUserTasks_arePermittedOrAsk() {
    assertThat(figures("banking").userCalls()).hasSize(33);
    assertThat(figures("workspace").userCalls()).hasSize(84);
    assertThat(count(Outcome.PERMIT)).isEqualTo(110);
    assertThat(count(Outcome.ASK)).isEqualTo(7);
    assertThat(count(Outcome.DENY)).isZero();
  }

  @Test
  void injections_withCalls_areStoppedByAPolicyInEveryPair() {
    assertThat(figures("banking").pairs()).hasSize(144);
    assertThat(figures("workspace").pairs()).hasSize(240);
    assertThat(figures.values()).allSatisfy(each -> assertThat(each.passed()).isEmpty());
  }

  @Test
  void injections_insideTheToolsOfTheUserTask_areStoppedToo() {
    assertThat(figures("banking").insideUserSet().pairs()).hasSize(42);
    assertThat(figures("workspace").insideUserSet().pairs()).hasSize(18);
    assertThat(figures.values())
        .allSatisfy(each -> assertThat(each.insideUserSet().passed()).isEmpty());
  }

  @Test
  void calls_fitTheSchema() {
    assertThat(figures.values())
        .flatExtracting(Figures::pairs)
        .flatExtracting(Figures.Attack::answers)
        .as("a call stopped because it fits no schema would prove nothing of the policies")
        .isNotEmpty()
        .noneMatch(Answer::isMisfit);
  }

  @Test
  void suites_withAllIdsRenamed_giveTheSameFigures() throws Exception {
    for (String name : ToolCalls.SUITES) {
      assertThat(Renaming.in(suite(name).environment()).size()).isGreaterThanOrEqualTo(8);
      ToolCallsTest.assertSame(
          Figures.of(Renaming.of(suite(name)), ToolCallsTest.policies(name)), figures(name));
    }
  }

  @Test
  void tools_ofThePolicies_areThoseOfTheToolLists(@TempDir Path folder) throws IOException {
    for (String name : ToolCalls.SUITES) {
      Path policies = Files.createDirectory(folder.resolve(name));
      for (Path file : policyFiles(name)) {
        Files.copy(file, policies.resolve(file.getFileName()));
      }
      Path tools = policies.resolve("tools.writ");
      Files.delete(tools);
      String list = SharedData.of("agentdojo/" + name + ".json").toString();
      assertThat(Main.run("schema", "from-mcp", list, "--out", tools.toString())).isZero();
      assertThat(hash(policies)).isEqualTo(hash(ToolCallsTest.policies(name)));
    }
  }

  private static String hash(Path policies) throws IOException {
    return PolicySetHash.of(WritCompiler.compile(policies).orThrow());
  }

  @Test
  void policies_knowNoValueOfACall_thatNeitherEnvironmentNorPromptHas() throws IOException {
    int literals = 0;
    for (String name : ToolCalls.SUITES) {
      for (Path file : policyFiles(name)) {
        Literals found = new Literals(Files.readString(file));
        assertThat(found.copiedFromCalls(suite(name))).as("%s", file).isEmpty();
        literals += found.size();
      }
    }
    assertThat(literals).isGreaterThan(10);
  }

  @Test
  void literals_copiedFromACall_areFound() {
    Suite suite = suite("banking");
    Set<String> values = new LinkedHashSet<>();
    suite.calls("user", "user_task_11").forEach(c -> Literals.scalars(c.arguments(), values::add));
    assertThat(new Literals("permit p when args.amount == 200.29;").copiedFromCalls(suite))
        .containsExactly("200.29");
    assertThat(values).contains("200.29");
  }

  private static Figures figures(String name) {
    return requireNonNull(figures.get(name));
  }

  private static Suite suite(String name) {
    return requireNonNull(suites.get(name));
  }

  private static long count(Outcome outcome) {
    return figures.values().stream().mapToLong(each -> each.count(outcome)).sum();
  }

  private static List<Path> policyFiles(String suite) throws IOException {
    List<Path> files = new ArrayList<>();
    try (var all = Files.list(ToolCallsTest.policies(suite))) {
      all.filter(file -> file.toString().endsWith(".writ")).sorted().forEach(files::add);
    }
    return files;
  }
}
