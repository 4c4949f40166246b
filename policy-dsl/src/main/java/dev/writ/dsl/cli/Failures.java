package dev.writ.dsl.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words for what went wrong, and the exit code that goes with it. */
final class Failures {
  private final Shell shell;

  Failures(Shell shell) {
    this.shell = shell;
  }

  /** The command line was wrong. */
  int wrongUsage(ParameterException e, String[] args) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    shell.err().error(reason(e), guess(e));
    shell.err().line("try `" + name + " --help`");
    return ExitCode.USAGE;
  }

  private static String reason(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      return "unknown " + (first.startsWith("-") ? "option" : "argument") + " `" + first + "`";
    }
    String message = String.valueOf(e.getMessage()).replace('\'', '`').replaceFirst("^Error: ", "");
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static @Nullable String guess(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> close = unmatched.getSuggestions();
      return close.isEmpty() ? null : "did you mean `" + close.get(0) + "`?";
    }
    return null;
  }

  /** The command failed while it ran. */
  int failed(Exception e) throws Exception {
    if (e instanceof OutputClosedException closed) {
      throw closed;
    }
    if (e instanceof InputException input) {
      shell.err().error(input.reason(), input.help());
      return ExitCode.INPUT;
    }
    shell.err().error("writ itself failed: " + e, "this is a fault of writ; please report it");
    return ExitCode.INTERNAL;
  }
}
