package dev.writ.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.JsonReader;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.golden.Golden;
import dev.writ.dsl.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small tool lists, each with the schema and the notes that are made of it. */
class McpGoldenTest {
  private static final Path CASES = Path.of("src", "test", "resources", "golden", "mcp");

  @ParameterizedTest
  @ValueSource(strings = {"types", "references", "names", "hostile"})
  void schema_ofCase_isAsWrittenAndCompiles(String name) throws Exception {
    McpSchema schema = schema(name);

    Golden.check(CASES.resolve(name + ".json"), ".writ", schema.text());
    Golden.check(CASES.resolve(name + ".json"), ".notes", notes(schema));
    Compilation compilation =
        WritCompiler.compile(List.of(new SourceText(name + ".writ", schema.text())));
    assertThat(compilation.diagnostics()).isEmpty();
  }

  private static McpSchema schema(String name) throws IOException, McpListException {
    McpOptions options =
        new McpOptions(name, McpOptions.moduleOf(name), PrincipalType.parse("Agent, human User"));
    String json = Files.readString(CASES.resolve(name + ".json"));
    return McpSchema.of(List.of(JsonReader.read(json)), options);
  }

  private static String notes(McpSchema schema) {
    return schema.notes().stream().map(note -> note + "\n").collect(Collectors.joining());
  }
}
