package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import dev.writ.dsl.imports.McpListException;
import dev.writ.dsl.imports.McpOptions;
import dev.writ.dsl.imports.McpSchema;
import dev.writ.dsl.imports.Note;
import dev.writ.dsl.imports.PrincipalType;
import dev.writ.dsl.report.Ink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code writ schema from-mcp}: the tools of an MCP server as a schema with its bindings. */
@Command(
    name = "from-mcp",
    description = {
      "Writes the schema of an MCP server's tools: an action and a pinned binding for each, types"
          + " for their arguments, groups by the server's hints.",
      "What the language cannot say is told in a comment at its place and on standard error."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The schema is written; it compiles.",
      "2:The command line is wrong.",
      "4:A file cannot be read or written, or is no list of tools."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ schema from-mcp banking.json --out banking.writ",
      "  writ schema from-mcp page1.json page2.json --server github",
      "  writ schema from-mcp banking.json \\",
      "      --principals \"platform.Agent, platform.User\""
    })
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class FromMcpCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "An answer to tools/list, or an array of tools, in JSON; several files are the pages of"
              + " one answer. - for standard input.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--server",
      paramLabel = "NAME",
      description = "The name of the server in bindings. Default: the name of the file.")
  private @Nullable String server;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description = "The module of the schema. Default: the name of the server.")
  private @Nullable String module;

  @Option(
      names = "--principals",
      paramLabel = "TYPES",
      defaultValue = "Agent, human User",
      description =
          "The entity types that may call tools. Those of another module are used from there, the"
              + " others declared. Default: ${DEFAULT-VALUE}.")
  private String principals = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the schema is written. Default: -, standard output.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  FromMcpCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    McpOptions options = options();
    OutputFile file = out == null || isDash(out) ? null : new OutputFile(out, force);
    if (file != null) {
      file.check();
    }
    McpSchema schema = schema(options);
    GeneratedSchema.check(schema.text(), options);
    if (file == null) {
      shell.out().print(schema.text());
    } else {
      file.write(schema.text().getBytes(StandardCharsets.UTF_8));
      shell.out().line(Words.count(schema.tools(), "tool") + " in `" + out + "`");
    }
    schema.notes().forEach(this::tell);
    return ExitCode.OK;
  }

  private void tell(Note note) {
    shell.err().line(shell.err().paint(Ink.NOTE, "note") + ": " + note);
  }

  private McpOptions options() {
    String name = server == null ? serverOfFile() : server;
    try {
      return new McpOptions(
          name,
          module == null ? McpOptions.moduleOf(name) : module,
          PrincipalType.parse(principals));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private String serverOfFile() {
    Path file = files.get(0).getFileName();
    if (files.size() > 1 || file == null || isDash(files.get(0))) {
      throw wrong("name the server: `--server NAME`");
    }
    String name = file.toString();
    return name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static boolean isDash(Path file) {
    return file.toString().equals("-");
  }

  private McpSchema schema(McpOptions options) {
    List<Json> pages = new ArrayList<>();
    for (Path file : files) {
      pages.add(isDash(file) ? standardInput() : InputFile.json(file));
    }
    try {
      return McpSchema.of(pages, options);
    } catch (McpListException e) {
      String where = files.size() == 1 ? "`" + files.get(0) + "`: " : "";
      throw new InputException(where + e.reason(), null);
    }
  }

  private Json standardInput() {
    try {
      return JsonReader.read(shell.in());
    } catch (JsonException e) {
      throw InputFile.notJson(Path.of("standard input"), e);
    } catch (IOException e) {
      throw InputFile.unreadable(Path.of("standard input"), e);
    }
  }
}
