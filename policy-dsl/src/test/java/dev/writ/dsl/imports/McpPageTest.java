package dev.writ.dsl.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about tools shows is what the generator writes. */
class McpPageTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```json\n(.*?)```.*?```writ\n(.*?)```", Pattern.DOTALL);

  @Test
  void schema_ofThePage_isWhatIsGenerated() throws Exception {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs", "mcp.md")));
    assertThat(example.find()).isTrue();
    McpOptions options = new McpOptions("bank", "bank", PrincipalType.parse("Agent, human User"));
    McpSchema schema = McpSchema.of(List.of(JsonReader.read(example.group(1))), options);
    assertThat(example.group(2)).isEqualTo(schema.text());
  }
}
