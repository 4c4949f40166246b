package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FromMcpCommandTest {
  private static final String LIST =
      """
      {"tools": [{"name": "send", "description": "Sends.",
        "inputSchema": {"type": "object", "properties": {"sum": {"type": "number", "minimum": 0}},
                        "required": ["sum"]}}]}
      """;

  @TempDir private Path folder;

  private Path list(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void schema_ofAList_isWrittenAndCompiles() throws IOException {
    Path file = list("bank.json", LIST);
    Run run = Run.writ("schema", "from-mcp", file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "\nmodule bank;\n",
            "entity McpServer one of \"bank\";",
            "sum: Decimal",
            "tool \"send\" of \"bank\"\n  asks send on McpServer::\"bank\" with { sum }");
    assertThat(run.err())
        .isEqualTo(
            """
            note: number is Decimal: more than four places are refused
            note: tool `send`: `inputSchema.properties.sum`: left to the server: minimum 0
            """);
    Path written = Files.writeString(folder.resolve("bank.writ"), run.out());
    assertThat(Run.writ("check", written.toString()).code()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void schema_writtenToAFile_isCountedOnOutput() throws IOException {
    Path file = list("bank.json", LIST);
    Path out = folder.resolve("bank.writ");
    Run run = Run.writ("schema", "from-mcp", file.toString(), "--out", out.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("1 tool in `" + out + "`\n");
    assertThat(Files.readString(out))
        .isEqualTo(Run.writ("schema", "from-mcp", file.toString()).out());
  }

  @Test
  void schema_writtenToADash_isOnOutput() throws IOException {
    Path file = list("bank.json", LIST);
    Run run = Run.writ("schema", "from-mcp", file.toString(), "--out", "-");
    assertThat(run.out()).isEqualTo(Run.writ("schema", "from-mcp", file.toString()).out());
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void options_thatAreGiven_areWritten() throws IOException {
    Path file = list("page.json", LIST);
    Run run =
        Run.writ(
            "schema",
            "from-mcp",
            "--server=Bank #1",
            "--module=acme.bank",
            "--principals=platform.Agent, Robot",
            file.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "module acme.bank;\n",
            "use platform.Agent;\n",
            "entity Robot;\n",
            "by Agent, Robot on McpServer",
            "of \"Bank #1\"");
  }

  @Test
  void list_onStandardInput_needsTheNameOfItsServer() {
    Run run = Run.withInput(LIST, "schema", "from-mcp", "-", "--server", "bank");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("module bank;");
    assertUsage(Run.withInput(LIST, "schema", "from-mcp", "-"), "name the server: `--server NAME`");
  }

  @Test
  void pages_ofOneServer_needItsName() throws IOException {
    Path one = list("1.json", LIST);
    Path two = list("2.json", LIST.replace("send", "receive"));
    assertUsage(
        Run.writ("schema", "from-mcp", one.toString(), two.toString()),
        "name the server: `--server NAME`");
    Run run = Run.writ("schema", "from-mcp", one.toString(), two.toString(), "--server", "bank");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("tool \"receive\" of", "tool \"send\" of");
  }

  @Test
  void options_thatCannotBe_areUsageErrors() throws IOException {
    String file = list("bank.json", LIST).toString();
    assertUsage(
        Run.writ("schema", "from-mcp", file, "--module", "a.if"),
        "`a.if` cannot be the name of a module");
    assertUsage(
        Run.writ("schema", "from-mcp", file, "--server", "a\nb"),
        "`a b` cannot be the name of a server");
    assertUsage(
        Run.writ("schema", "from-mcp", file, "--principals", "McpServer"),
        "`McpServer` is the type of what is acted on");
  }

  private static void assertUsage(Run run, String message) {
    assertThat(run.err()).isEqualTo("error: " + message + "\ntry `writ schema from-mcp --help`\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void input_thatIsBad_isToldAndNothingIsWritten() throws IOException {
    assertInput("missing.json", null, "cannot read `%s`: no such file");
    assertInput("text.json", "tools", "`%s:1:1`: `tools` is not JSON");
    assertInput(
        "twice.json",
        "{\"tools\": [], \"tools\": []}",
        "`%s:1:15`: the name `tools` stands twice in one object");
    assertInput("none.json", "[]", "`%s`: the list has no tools that a schema could be made of");
    assertInput(
        "invalid.json",
        "[{\"name\": \"x\", \"inputSchema\": {\"properties\": {\"\\u001b[31m\": 3}, \"required\": 4}}]",
        "`%s`: tool `x`: `inputSchema.required`: an array is needed, found a number");
  }

  private void assertInput(String name, @Nullable String text, String message) throws IOException {
    Path file = text == null ? folder.resolve(name) : list(name, text);
    Path out = folder.resolve("out.writ");
    Run run = Run.writ("schema", "from-mcp", file.toString(), "--out", out.toString());
    assertThat(run.err()).isEqualTo("error: " + message.formatted(file) + "\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(out).doesNotExist();
  }

  @Test
  void list_thatIsTooLarge_isAnInputError() throws IOException {
    StringBuilder tools = new StringBuilder();
    for (int i = 0; i < 25_000; i++) {
      tools.append(i == 0 ? "" : ",").append("{\"name\":\"t").append(i);
      tools.append("\",\"inputSchema\":{\"type\":\"object\"}}");
    }
    Path file = list("large.json", "[" + tools + "]");
    Run run = Run.writ("schema", "from-mcp", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err())
        .isEqualTo(
            """
            error: the schema would be larger than the 4194304 bytes of a policy file
            help: give fewer tools at a time, to modules of their own
            """);
  }

  @Test
  void output_thatIsThere_isReplacedOnlyIfAsked() throws IOException {
    String file = list("bank.json", LIST).toString();
    Path out = Files.writeString(folder.resolve("bank.writ"), "mine");
    Run run = Run.writ("schema", "from-mcp", file, "--out", out.toString());
    assertThat(run.err())
        .isEqualTo(
            "error: `"
                + out
                + "` is there already\n"
                + "help: write to another file, or add --force to replace it\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(out).hasContent("mine");
    assertThat(Run.writ("schema", "from-mcp", file, "--out", out.toString(), "--force").code())
        .isZero();
    assertThat(out).content().contains("module bank;");
  }

  @Test
  void output_thatCannotBeWritten_isAnInputError() throws IOException {
    String file = list("bank.json", LIST).toString();
    Path out = folder.resolve("no").resolve("such.writ");
    Run run = Run.writ("schema", "from-mcp", file, "--out", out.toString());
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.err())
        .startsWith("error: cannot write `" + out + "`: no such folder `" + out.getParent() + "`");
    Run isFolder = Run.writ("schema", "from-mcp", file, "--out", folder.toString());
    assertThat(isFolder.code()).isEqualTo(ExitCode.INPUT);
    assertThat(isFolder.err()).contains("` is a folder, a file is needed");
  }

  @Test
  void command_withoutItsSubcommand_isAUsageError() {
    Run run = Run.writ("schema");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo("error: missing required subcommand\ntry `writ schema --help`\n");
  }

  @Test
  void help_ofTheSubcommand_fitsTheTerminal() {
    Run run = Run.writ("schema", "from-mcp", "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Examples:\n  writ schema from-mcp banking.json", "Exit codes:");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
