package dev.writ.dsl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code writ schema}: schemas made of what others describe. */
@Command(
    name = "schema",
    description = "Writes schemas of actions that others describe.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The schema is written.",
      "2:The command line is wrong.",
      "4:A file cannot be read, or is no description that a schema can be made of."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  writ schema from-mcp banking.json --out banking.writ"})
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }
}
