package dev.writ.dsl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code writ} itself: what all subcommands have, and the overview of them. */
@Command(
    name = "writ",
    versionProvider = Version.class,
    description = "Checks, tests and explains policies for what software agents may do.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ check policies/",
      "  writ test policies/ --coverage",
      "  writ fmt policies/",
      "  writ decide --policies policies/ --entities entities.json < requests.jsonl",
      "  writ explain --policies policies/ --entities entities.json --request request.json",
      "",
      "`writ COMMAND --help` tells more about each."
    })
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // picocli sets the fields, and reads them
final class Writ implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this and end.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and end.")
  private boolean version;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      scope = ScopeType.INHERIT,
      description =
          "Colour: auto (on a terminal, unless NO_COLOR is set), always or never; by itself for"
              + " output and errors. Default: auto.")
  private ColorMode color = ColorMode.auto; // read by ColorMode.asked, here for its help

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }
}
