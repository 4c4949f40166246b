package dev.writ.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.ToolDigest;
import dev.writ.dsl.LexerWords;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpSchemaTest {
  private static final McpOptions OPTIONS =
      new McpOptions("srv", "srv", PrincipalType.parse("Agent, human User"));

  private static McpSchema schema(String... pages) throws Exception {
    List<Json> read = new ArrayList<>();
    for (String page : pages) {
      read.add(JsonReader.read(page.replace('\'', '"')));
    }
    return McpSchema.of(read, OPTIONS);
  }

  private static PolicySet compiled(McpSchema schema) {
    Compilation compilation =
        WritCompiler.compile(List.of(new SourceText("srv.writ", schema.text())));
    assertThat(compilation.diagnostics()).as(schema.text()).isEmpty();
    return compilation.orThrow();
  }

  private static ActionDef action(PolicySet policies) {
    return Objects.requireNonNull(policies.schema().action("srv.t"));
  }

  private static String tool(String name, String properties) {
    return "{'name': '%s', 'inputSchema': {'type': 'object', 'properties': {%s}}}"
        .formatted(name, properties);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[]                                    | the list has no tools that a schema could be made of",
        "{'tools': []}                         | the list has no tools that a schema could be made of",
        "{}                                    | this is no list of tools: an object with an array `tools`, or with `result` and that in it, or an array is needed",
        "3                                     | this is no list of tools: an object with an array `tools`, or with `result` and that in it, or an array is needed",
        "{'tools': {}}                         | this is no list of tools: an object with an array `tools`, or with `result` and that in it, or an array is needed",
        "{'error': {'code': -32601}}           | the server answered with an error: {\"code\":-32601}",
        "[3]                                   | `[0]`: a tool is an object, found a number",
        "{'tools': [{'inputSchema': {}}]}      | `tools[0].name`: the name of a tool is needed, found none",
        "{'result': {'tools': [{'name': ''}]}} | `result.tools[0].name`: the name of a tool is needed, found \"\"",
        "[{'name': 3}]                         | `[0].name`: the name of a tool is needed, found a number",
        "[{'name': 'x'}]                       | `[0]`: the tool `x` has no `inputSchema`",
        "[{'name': 'x', 'inputSchema': []}]    | tool `x`: `inputSchema`: a schema is an object, found an array",
        "[{'name': 'x', 'inputSchema': {'type': 'string'}}] | tool `x`: `inputSchema`: the arguments of a tool are of type `object`",
        "[{'name': 'x', 'inputSchema': {'type': 3}}]        | tool `x`: `inputSchema.type`: a string or an array is needed, found a number",
        "[{'name': 'x', 'inputSchema': {'type': [3]}}]      | tool `x`: `inputSchema.type`: an array of strings is needed, found a number",
        "[{'name': 'x', 'inputSchema': {'properties': []}}] | tool `x`: `inputSchema.properties`: an object is needed, found an array",
        "[{'name': 'x', 'inputSchema': {'required': 'y'}}]  | tool `x`: `inputSchema.required`: an array is needed, found a string",
        "[{'name': 'x', 'inputSchema': {'properties': {}, 'required': [1]}}] | tool `x`: `inputSchema.required`: an array of strings is needed, found a number",
        "[{'name': 'x', 'inputSchema': {'$ref': '#'}}]      | tool `x`: `inputSchema`: `$ref` of the arguments leads nowhere in the tool",
        "[{'name': 'x', 'inputSchema': {'$ref': 'http://h/'}}] | tool `x`: `inputSchema`: `$ref` of the arguments leads nowhere in the tool",
        "[{'name': 'x', 'inputSchema': {'properties': {'a': 3}}}] | tool `x`: `inputSchema.properties.a`: a schema is an object, found a number",
        "[{'name': 'x', 'inputSchema': {'properties': {'a b': {'enum': 3}}}}] | tool `x`: `inputSchema.properties[\"a b\"].enum`: an array is needed, found a number",
        "[{'name': 'x', 'inputSchema': {'properties': {'a': {'anyOf': {}}}}}] | tool `x`: `inputSchema.properties.a.anyOf`: an array is needed, found an object",
        "[{'name': 'x', 'inputSchema': {'properties': {'a': {'$ref': 3}}}}] | tool `x`: `inputSchema.properties.a.$ref`: a string is needed, found a number",
        "[{'name': 'x', 'inputSchema': {'properties': {'a': {'type': 'array', 'items': {'type': 'string'}, 'minItems': 1.5}}}}] | tool `x`: `inputSchema.properties.a.minItems`: a count is needed, found a number",
        "[{'name': 'x', 'inputSchema': {'properties': {'a': {'type': 'array', 'items': {'type': 'string'}, 'maxItems': -1}}}}] | tool `x`: `inputSchema.properties.a.maxItems`: a count is needed, found a number",
        "[{'name': 'x', 'inputSchema': {'type': 'object'}}, {'name': 'x', 'inputSchema': {}}] | `[1]`: the tool `x` is listed before, and differs from it",
        "[{'name': 'a`b', 'inputSchema': {'type': 'object'}}] | the list has no tools that a schema could be made of",
      })
  void list_thatIsNotSound_isRefusedWithPlaceAndReason(String list, String reason) {
    assertThatThrownBy(() -> schema(list)).isInstanceOf(McpListException.class).hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[%s]",
        "{'tools': [%s]}",
        "{'suite': 'x', 'tools': [%s]}",
        "{'jsonrpc': '2.0', 'id': 1, 'result': {'tools': [%s]}}",
        "%s",
      })
  void list_inAnyForm_givesTheSameText(String form) throws Exception {
    String tool = tool("t", "'a': {'type': 'string'}");
    assertThat(schema(form.formatted(tool)).text()).isEqualTo(schema("[" + tool + "]").text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'name': 't', 'parameters': {'type': 'object', 'properties': {'a': {'type': 'integer'}}}}",
        "{'name': 't', 'inputSchema': {'json': {'type': 'object', 'properties': {'a': {'type': 'integer'}}}}}",
        "{'type': 'function', 'function': {'name': 't', 'parameters': {'properties': {'a': {'type': 'integer'}}}}}",
      })
  void tool_ofAnotherForm_hasTheSameArguments(String tool) throws Exception {
    ActionDef action = action(compiled(schema("[" + tool + "]")));
    assertThat(action.args()).hasToString("{ a?: Int }");
  }

  @Test
  void function_withoutParameters_hasNoArguments() throws Exception {
    McpSchema schema = schema("[{'type': 'function', 'function': {'name': 't'}}]");
    assertThat(action(compiled(schema)).args().fields()).isEmpty();
  }

  @Test
  void pages_ofOneAnswer_areOneSchema() throws Exception {
    String a = tool("a", "'x': {'enum': ['p']}");
    String b = tool("b", "'x': {'enum': ['p']}");
    McpSchema schema =
        schema("{'tools': [" + b + "], 'nextCursor': '2'}", "{'tools': [" + a + "]}");
    assertThat(schema.text()).isEqualTo(schema("[" + a + "," + b + "]").text());
    assertThat(schema.notes()).isEmpty();
  }

  @Test
  void pages_ofWhichOneIsMissing_areNoted() throws Exception {
    McpSchema schema = schema("{'tools': [" + tool("a", "") + "], 'nextCursor': '2'}");
    assertThat(schema.notes())
        .extracting(Note::toString)
        .containsExactly(
            "`nextCursor`: the list goes on: give all its pages, other tools are refused");
  }

  @Test
  void tools_inAnyOrder_giveTheSameText() throws Exception {
    Path file = Path.of("src", "test", "resources", "golden", "mcp", "names.json");
    Json.Arr list = (Json.Arr) JsonReader.read(Files.readAllBytes(file));
    String expected = McpSchema.of(List.of(list), OPTIONS).text();
    List<Json> tools = new ArrayList<>(list.items());
    Collections.reverse(tools);
    assertThat(tools).hasSizeGreaterThan(10);
    assertThat(McpSchema.of(List.of(new Json.Arr(tools)), OPTIONS).text()).isEqualTo(expected);
  }

  @Test
  void tool_thatIsLargeOnlyWhenLaidOut_hasItsDigest() throws Exception {
    String zeros = String.join(",", Collections.nCopies(800_000, "0"));
    String tool = "{'name': 't', 'inputSchema': {'type': 'object'}, 'x': [" + zeros + "]}";
    assertThat(schema("[" + tool + "]").text()).contains(ToolDigest.of(tool.replace('\'', '"')));
  }

  @Test
  void binding_ofATool_pinsWhatTheServerLists() throws Exception {
    String tool = "{'name': 't', 'inputSchema': {'type': 'object'}, '_meta': {'n': 1.50}}";
    String digest = ToolDigest.of(tool.replace('\'', '"'));
    PolicySet policies = compiled(schema("[" + tool + "]"));
    assertThat(policies.tools()).hasSize(1);
    assertThat(policies.tools().get(0).toString()).contains(digest);
    assertThat(schema("[" + tool.replace("1.50", "1.51") + "]").text()).doesNotContain(digest);
  }

  @Test
  void principals_ofAnotherModule_areUsedFromThere() throws Exception {
    McpOptions options =
        new McpOptions("srv", "srv", PrincipalType.parse("platform.Agent, human platform.User"));
    Json list = JsonReader.read("[" + tool("t", "").replace('\'', '"') + "]");
    String text = McpSchema.of(List.of(list), options).text();
    assertThat(text)
        .contains("use platform.Agent;\nuse platform.User;\n", "action t by Agent, User on")
        .doesNotContain("entity Agent", "entity User");
    List<SourceText> texts = new ArrayList<>(options.declarationsElsewhere());
    texts.add(new SourceText("srv.writ", text));
    ActionDef action = action(WritCompiler.compile(texts).orThrow());
    assertThat(action.principalTypes()).containsExactly("platform.Agent", "platform.User");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Agent, Agent  | `Agent` stands twice",
        "''            | `` is no entity type",
        "Agent,        | `` is no entity type",
        "a-b           | `a-b` is no entity type",
        "humanoid User | `humanoid User` is no entity type",
        "String        | `String` cannot be the name of an entity type",
        "permit        | `permit` cannot be the name of an entity type",
        "McpServer     | `McpServer` is the type of what is acted on",
      })
  void principals_thatCannotBe_areRefused(String list, String reason) {
    assertThatThrownBy(() -> PrincipalType.parse(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "banking            | banking",
        "server-github      | server_github",
        "@acme/mcp server   | acme_mcp_server",
        "3d                 | v3d",
        "permit             | permit_tools",
        "\u65e5\u672c | mcp",
      })
  void module_ofAServer_isAName(String server, String module) {
    assertThat(McpOptions.moduleOf(server)).isEqualTo(module);
  }

  /** Every word of the language's lexer, in every place where a list may put one. */
  @Test
  void words_ofTheLanguage_mayBeNamesOfAnything() throws Exception {
    Set<String> words = new LinkedHashSet<>(WritNames.BUILT_IN);
    words.addAll(LexerWords.all());
    assertThat(words).hasSizeGreaterThan(100);
    assertThat(WritNames.RESERVED).isEqualTo(LexerWords.reserved());
    List<String> tools = new ArrayList<>();
    for (String each : words) {
      String inner = "{'type': 'object', 'properties': {'%s': {'enum': ['%s']}}}";
      tools.add(tool(each, ("'%s': " + inner).formatted(each, each, each)));
    }
    PolicySet policies = compiled(schema("[" + String.join(",", tools) + "]"));
    assertThat(policies.tools()).hasSize(words.size());
    assertThat(policies.schema().actions().keySet())
        .containsAll(words.stream().map(each -> "srv." + each).toList());
  }

  private static final List<String> NASTY =
      List.of(
          "\n",
          "\r",
          "\u2028",
          "\u2029",
          "\u0085",
          "\u000b",
          "\f",
          "\u202e",
          "\u2066",
          "\u200b",
          "\ufeff",
          "\u0000",
          "\ufffd",
          "`",
          "\"",
          "\\",
          "'",
          "{",
          "}",
          ";",
          "//",
          "*/",
          "permit \"x\" any by Agent on McpServer;",
          "\u0301",
          "\ud83d\ude00",
          "a",
          "B",
          "1",
          " ",
          "_",
          "=",
          "u{202E}",
          "\ud7a3",
          "\ue000",
          ".",
          "-");

  private static String nasty(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(NASTY.get(random.nextInt(NASTY.size())));
    }
    return text.toString();
  }

  private static Json nastySchema(Random random, int depth) {
    Map<String, Json> schema = new LinkedHashMap<>();
    schema.put("description", Json.of(nasty(random)));
    schema.put("default", Json.of(nasty(random)));
    schema.put("title", Json.of(nasty(random)));
    switch (random.nextInt(depth > 2 ? 4 : 7)) {
      case 0 -> schema.put("type", Json.of(nasty(random)));
      case 1 -> schema.put("$ref", Json.of(nasty(random)));
      case 2 -> schema.put("enum", Json.array(List.of(Json.of(nasty(random)), Json.of("x"))));
      case 3 -> schema.put("format", Json.of(nasty(random)));
      case 4 -> {
        schema.put("type", Json.of("array"));
        schema.put("items", nastySchema(random, depth + 1));
      }
      case 5 -> schema.put("additionalProperties", nastySchema(random, depth + 1));
      default -> {
        schema.put("type", Json.of("object"));
        schema.put("properties", nastyProperties(random, depth + 1));
        schema.put("required", Json.array(List.of(Json.of(nasty(random)))));
      }
    }
    return new Json.Obj(schema);
  }

  private static Json nastyProperties(Random random, int depth) {
    Map<String, Json> properties = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      properties.put(nasty(random), nastySchema(random, depth));
    }
    return new Json.Obj(properties);
  }

  @Test
  void text_ofAServer_neverLeavesItsPlace() throws Exception {
    int kept = 0;
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Json tool =
          Json.object()
              .put("name", nasty(random))
              .put("description", nasty(random))
              .put(
                  "inputSchema",
                  Json.object().put("properties", nastyProperties(random, 0)).build())
              .build();
      Json sound =
          JsonReader.read("{\"name\": \"sound\", \"inputSchema\": {\"type\": \"object\"}}");
      McpSchema schema = McpSchema.of(List.of(Json.array(List.of(tool, sound))), OPTIONS);
      String whole = JsonWriter.canonical(tool);
      PolicySet policies = compiled(schema);
      assertThat(policies.rules()).as(whole).isEmpty();
      assertThat(policies.schema().actions()).as(whole).hasSize(schema.tools());
      assertThat(schema.text() + schema.notes())
          .as(whole)
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}&&[^\\n]]");
      kept += schema.tools();
    }
    assertThat(kept).isGreaterThan(450);
  }

  @Test
  void references_thatFanOut_costNoMoreThanTheyAreLong() throws Exception {
    StringBuilder definitions = new StringBuilder("'d40': {'type': 'string'}");
    for (int i = 0; i < 40; i++) {
      String next = "{'$ref': '#/$defs/d" + (i + 1) + "'}";
      String both = i % 2 == 0 ? "'properties': {'x': %s, 'y': %s}" : "'anyOf': [%s, %s]";
      definitions.append(", 'd").append(i).append("': {");
      definitions.append(both.formatted(next, next)).append('}');
    }
    McpSchema schema =
        schema(
            "[{'name': 't', 'inputSchema': {'properties': {'a': {'$ref': '#/$defs/d0'}}, '$defs': {"
                + definitions
                + "}}}]");
    assertThat(compiled(schema).schema().actions()).hasSize(1);
    assertThat(schema.text()).hasSizeLessThan(10_000);
  }

  @Test
  void enum_ofThousands_isAString() throws Exception {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 1_001; i++) {
      values.add("'v" + i + "'");
    }
    McpSchema schema =
        schema("[" + tool("t", "'a': {'enum': [" + String.join(",", values) + "]}") + "]");
    assertThat(schema.text())
        .contains("  // note: left to the server: one of 1001 values\n  a?: String\n");
  }
}
