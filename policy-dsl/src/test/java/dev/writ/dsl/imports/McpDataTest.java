package dev.writ.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.JsonReader;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tool lists written by others, read from where they are shared; skipped where they are not. */
class McpDataTest {
  private static final Path DATA = Path.of("../../shared/data");
  private static final Path MCP = DATA.resolve("mcp-tools");

  @BeforeAll
  static void findData() {
    assumeTrue(
        Files.isDirectory(MCP),
        () -> "skipped: there is no folder " + MCP.toAbsolutePath().normalize());
  }

  private static List<Path> lists() throws IOException {
    List<Path> lists = new ArrayList<>();
    try (Stream<Path> files = Files.walk(MCP)) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(file -> !file.toString().endsWith(".cedarschema.json"))
          .sorted()
          .forEach(lists::add);
    }
    lists.add(DATA.resolve("agentdojo/banking.json"));
    lists.add(DATA.resolve("agentdojo/workspace.json"));
    return lists;
  }

  private static McpSchema schema(Path list) throws IOException, McpListException {
    String name = name(list);
    McpOptions options =
        new McpOptions(name, McpOptions.moduleOf(name), PrincipalType.parse("Agent, human User"));
    return McpSchema.of(List.of(JsonReader.read(Files.readAllBytes(list))), options);
  }

  private static String name(Path list) {
    return list.getFileName().toString().replaceFirst("\\..*", "");
  }

  private static PolicySet compiled(Path list) throws IOException, McpListException {
    Compilation compilation =
        WritCompiler.compile(List.of(new SourceText(list.toString(), schema(list).text())));
    assertThat(compilation.diagnostics()).as(list.toString()).isEmpty();
    return compilation.orThrow();
  }

  @Test
  void lists_ofRealServers_giveSchemasThatCompile() throws Exception {
    int tools = 0;
    for (Path list : lists()) {
      PolicySet policies = compiled(list);
      int listed = schema(list).tools();
      assertThat(policies.schema().actions()).as(list.toString()).hasSize(listed);
      tools += listed;
    }
    assertThat(lists()).hasSize(25);
    assertThat(tools).as("tools of all lists").isEqualTo(307);
  }

  @Test
  void catalogue_thatIsNoToolList_isRefused() {
    assertThatThrownBy(() -> schema(DATA.resolve("tau2-bench/tool-catalogue.json")))
        .isInstanceOf(McpListException.class)
        .hasMessageStartingWith("this is no list of tools: ");
  }

  /** The list that a Cedar schema was made of: the one whose name it starts with. */
  private static Path listOf(Path cedar) {
    String name = cedar.getFileName().toString();
    String stem = name.substring(0, name.indexOf('.')).replaceFirst("_flat$", "");
    Path list = cedar.resolveSibling(stem + ".json");
    return Files.exists(list) ? list : cedar.resolveSibling("tool.json");
  }

  private static List<Path> cedarSchemas() throws IOException {
    try (Stream<Path> files = Files.walk(MCP)) {
      return files
          .filter(file -> file.toString().matches(".*\\.cedarschema(\\.json)?"))
          .filter(file -> !file.endsWith("stub.cedarschema"))
          .sorted()
          .toList();
    }
  }

  private static SortedMap<String, PlainType> cedar(Path schema) throws IOException {
    return schema.toString().endsWith(".json")
        ? CedarSchema.ofJson(JsonReader.read(Files.readAllBytes(schema))).tools()
        : CedarText.read(Files.readString(schema)).tools();
  }

  private static SortedMap<String, PlainType> writ(Path list) throws Exception {
    SortedMap<String, PlainType> tools = new TreeMap<>();
    for (ActionDef action : compiled(list).schema().actions().values()) {
      tools.put(action.name().substring(action.module().length() + 1), PlainType.of(action.args()));
    }
    return tools;
  }

  /** Why the two differ, and where: the place, what Cedar has there and what Writ has. */
  private record Different(String why, List<String> places) {}

  private static final List<Different> DIFFERENT =
      List.of(
          new Different(
              "Writ's durations are written otherwise than those of ISO 8601",
              List.of("test_tool.dur_attr: Duration -> String")),
          new Different(
              "there is no null in Writ, and no value of one of several types",
              List.of(
                  "test_tool.null_attr: null -> Opaque",
                  "test_tool.union_array_attr: one of [Int, String] -> Opaque",
                  "browser.browser_input.action: one of " + records(22) + " -> Opaque",
                  "code_interpreter.code_interpreter_input.action: one of "
                      + records(8)
                      + " -> Opaque")),
          new Different(
              "a set would lose the order of a tuple",
              List.of(
                  "mixed_array_tool.mixed_array: Set -> Opaque",
                  "tuple_tool.coordinate: tuple -> Opaque",
                  "tuple_tool.ids: Set -> Opaque",
                  "tuple_tool.labeled_value: tuple -> Opaque")),
          new Different(
              "a set holds flat records only",
              List.of(
                  "batch.invocations: Set -> Opaque",
                  "diagram.edges: Set -> Opaque",
                  "diagram.elements: Set -> Opaque",
                  "diagram.nodes: Set -> Opaque",
                  "diagram.relationships: Set -> Opaque",
                  "swarm.agents: Set -> Opaque",
                  "workflow.tasks: Set -> Opaque")),
          new Different(
              "`type` and `anyOf` contradict each other, and Cedar's generator reads `type` alone",
              List.of("sleep.seconds: String -> Decimal")),
          new Different(
              "of `anyOf` only an enum of strings is left, and Cedar's generator reads `type`"
                  + " alone",
              List.of(
                  "tavily_search.include_answer: String -> enum [advanced, basic]",
                  "tavily_search.include_raw_content: String -> enum [markdown, text]")));

  private static List<String> records(int count) {
    return Collections.nCopies(count, "record");
  }

  @Test
  void schemas_besideTheListsInCedar_agree() throws Exception {
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (Path schema : cedarSchemas()) {
      SortedMap<String, PlainType> expected = cedar(schema);
      SortedMap<String, PlainType> actual = writ(listOf(schema));
      assertThat(actual.keySet()).as(schema.toString()).isEqualTo(expected.keySet());
      for (String tool : expected.keySet()) {
        for (String found :
            expected.get(tool).differences(tool, Objects.requireNonNull(actual.get(tool)))) {
          if (!differences.contains(found)) {
            differences.add(found);
          }
        }
        compared++;
      }
    }
    assertThat(differences)
        .containsExactlyInAnyOrderElementsOf(
            DIFFERENT.stream().flatMap(why -> why.places().stream()).toList());
    assertThat(compared).as("tools compared").isEqualTo(139);
  }

  @Test
  void readers_ofBothFormsOfCedar_agree() throws Exception {
    int compared = 0;
    for (Path schema : cedarSchemas()) {
      Path json = schema.resolveSibling(schema.getFileName() + ".json");
      if (Files.exists(json)) {
        assertThat(cedar(schema)).as(json.toString()).isEqualTo(cedar(json));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(6);
  }
}
