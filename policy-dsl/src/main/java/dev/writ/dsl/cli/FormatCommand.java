package dev.writ.dsl.cli;

import dev.writ.dsl.format.Formatter;
import dev.writ.dsl.format.Formatting;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.report.UnifiedDiff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code writ fmt}: the canonical layout of policies. */
@Command(
    name = "fmt",
    description = {
      "Lays out policy files in the one canonical way and lists those that were rewritten.",
      "Each file is replaced as a whole or not at all. Comments stay where they are; line ends stay"
          + " what most of the file has. A file that does not parse is not touched."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every file is formatted.",
      "1:With --check or --diff: a file would change.",
      "2:The command line is wrong.",
      "3:A file does not parse.",
      "4:A file cannot be read or written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ fmt policies/",
      "  writ fmt --check policies/",
      "  writ fmt --diff policies/ | patch -p0",
      "  writ fmt - < draft.writ > payments.writ"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class FormatCommand implements Callable<Integer> {
  private static final Path STDIN = Path.of("-");

  private final Shell shell;
  private final ParseLimits limits = ParseLimits.defaults();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Policy files, or folders of files that end in .writ; - reads standard input and writes"
              + " standard output.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--stdin", description = "The same as the path -.")
  private boolean stdin;

  @Option(names = "--check", description = "Write no file; list those that would change.")
  private boolean check;

  @Option(names = "--diff", description = "Write no file; show what would change.")
  private boolean diff;

  FormatCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (stdin || paths.contains(STDIN)) {
      requireAlone();
      return formatInput();
    }
    if (paths.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing required parameter: 'PATH'");
    }
    int changed = 0;
    int code = ExitCode.OK;
    List<Path> files = FormattedFiles.of(paths);
    for (Path file : files) {
      int one = format(file);
      changed += one == ExitCode.FINDINGS ? 1 : 0;
      code = Math.max(code, one);
    }
    summarise(changed, files.size());
    return code == ExitCode.FINDINGS && !isReadOnly() ? ExitCode.OK : code;
  }

  private boolean isReadOnly() {
    return check || diff;
  }

  private void requireAlone() {
    if (paths.size() > (stdin ? 0 : 1)) {
      throw new ParameterException(
          spec.commandLine(), "standard input is formatted alone, without other paths");
    }
  }

  private int formatInput() throws IOException {
    Formatting formatting = read("standard input", shell.in());
    int code = show(formatting, "standard input");
    if (!isReadOnly() && formatting.outcome() == Formatting.Outcome.FORMATTED) {
      shell.out().print(formatting.text());
      return ExitCode.OK;
    }
    return code;
  }

  /** Formats a file; {@link ExitCode#FINDINGS} tells that it is or would be another. */
  private int format(Path file) {
    String name = FormattedFiles.name(file);
    Formatting formatting;
    try (InputStream in = Files.newInputStream(file)) {
      formatting = read(name, in);
    } catch (IOException e) {
      return refused("read", file, e);
    }
    if (formatting.isChanged() && !isReadOnly()) {
      try {
        FormattedFiles.replace(file, formatting.text());
      } catch (IOException e) {
        return refused("write", file, e);
      }
    }
    return show(formatting, name);
  }

  private int refused(String what, Path file, IOException e) {
    shell.err().error("cannot " + what + " `" + file + "`: " + InputFile.reason(e), null);
    return ExitCode.INPUT;
  }

  private Formatting read(String name, InputStream in) throws IOException {
    return Formatter.format(name, in.readNBytes(limits.fileSize() + 1), limits);
  }

  private int show(Formatting formatting, String name) {
    return switch (formatting.outcome()) {
      case NOT_PARSED -> {
        Policies.show(formatting.diagnostics(), shell.err());
        yield ExitCode.POLICY;
      }
      case NOT_FAITHFUL -> {
        shell
            .err()
            .error(
                "`" + name + "` would not say the same any more; it is left as it is",
                "this is a fault of writ; please report it");
        yield ExitCode.INTERNAL;
      }
      case FORMATTED -> formatting.isChanged() ? showChange(formatting, name) : ExitCode.OK;
    };
  }

  private int showChange(Formatting formatting, String name) {
    if (diff) {
      UnifiedDiff.of(name, formatting.source().text(), formatting.text())
          .forEach(line -> shell.out().line(shell.out().paint(ink(line), line)));
    } else if (check || !isInput()) {
      shell.out().line(name);
    }
    return ExitCode.FINDINGS;
  }

  private boolean isInput() {
    return stdin || paths.contains(STDIN);
  }

  private static Ink ink(String line) {
    if (line.startsWith("@@")) {
      return Ink.NOTE;
    }
    return line.startsWith("+") ? Ink.GOOD : line.startsWith("-") ? Ink.BAD : Ink.PLAIN;
  }

  private void summarise(int changed, int files) {
    String done = isReadOnly() ? " would change" : " rewritten";
    shell.err().line(changed + " of " + Words.count(files, "file") + done);
  }
}
