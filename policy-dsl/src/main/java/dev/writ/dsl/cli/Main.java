package dev.writ.dsl.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The {@code writ} command. Whatever happens, it ends with a code of {@link ExitCode} and words for
 * people, never with a stack trace.
 */
public final class Main {
  private Main() {}

  /** Runs the command in this process and ends the process. */
  public static void main(String[] args) {
    System.exit(run(Shell.ofProcess(), args));
  }

  /**
   * Runs the command on the streams of this process, without ending it.
   *
   * @param args as on the command line
   * @return the exit code: 0 ok, 1 denied or findings, 2 usage, 3 policy error, 4 input error
   */
  public static int run(String... args) {
    return run(Shell.ofProcess(), args);
  }

  /** Runs the command and returns its exit code. */
  static int run(Shell shell, String... args) {
    try {
      shell.use(ColorMode.asked(args));
      int code = execute(shell, args);
      shell.out().flush();
      shell.err().flush();
      return code;
    } catch (OutputClosedException e) {
      return ExitCode.BROKEN_PIPE;
    }
  }

  private static int execute(Shell shell, String... args) {
    StringWriter help = new StringWriter();
    int code = command(shell, new PrintWriter(help, true)).execute(args);
    shell.out().print(help.toString());
    return code;
  }

  /**
   * The command with all its subcommands.
   *
   * @param help where help and version are written
   */
  static CommandLine command(Shell shell, PrintWriter help) {
    Failures failures = new Failures(shell);
    return new CommandLine(new Writ())
        .addSubcommand(new CheckCommand(shell))
        .addSubcommand(new LintCommand(shell))
        .addSubcommand(new TestCommand(shell))
        .addSubcommand(new FormatCommand(shell))
        .addSubcommand(new DecideCommand(shell))
        .addSubcommand(new ExplainCommand(shell))
        .addSubcommand(new BenchCommand(shell))
        .addSubcommand(
            new CommandLine(new BundleCommand(shell))
                .addSubcommand(new BundleKeygenCommand(shell))
                .addSubcommand(new BundleVerifyCommand(shell)))
        .addSubcommand(
            new CommandLine(new SchemaCommand()).addSubcommand(new FromMcpCommand(shell)))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(shell.out().colour() ? Ansi.ON : Ansi.OFF))
        .setOut(help)
        .setParameterExceptionHandler(failures::wrongUsage)
        .setExecutionExceptionHandler((e, line, parsed) -> failures.failed(e));
  }
}
