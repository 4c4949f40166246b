package dev.writ.dsl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests of one line each. A line that is no request is told and passed over; the rest is
 * decided all the same.
 */
final class DecideMany {
  private static final int SHOWN = 20;

  private final Answering answering;
  private final Shell shell;
  private final boolean json;
  private final DecisionCounts counts = new DecisionCounts();
  private final Progress progress;
  private @Nullable Answer only;
  private long faults;

  DecideMany(Answering answering, Shell shell, boolean json) {
    this.answering = answering;
    this.shell = shell;
    this.json = json;
    this.progress = new Progress(shell.err(), System::nanoTime);
  }

  /**
   * Decides all lines of a file, or of standard input for null.
   *
   * @throws InputException if it cannot be read, or holds no request
   */
  int run(@Nullable Path file) {
    try (InputStream in = Requests.open(file, shell)) {
      InputLines lines = new InputLines(in);
      for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
        decide(line);
        progress.done(counts.total() + faults);
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot read " + Requests.name(file) + ": " + InputFile.reason(e), null);
    } finally {
      progress.clear();
    }
    if (counts.total() + faults == 0) {
      throw new InputException(
          "there is no request in " + Requests.name(file), "write one JSON object a line");
    }
    report();
    return code();
  }

  private void decide(InputLines.Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      fault(line, "it is longer than 16 MiB");
      return;
    }
    try {
      Answer answer = answering.answer(bytes);
      counts.add(answer.decision());
      only = counts.total() == 1 ? answer : null;
      if (json) {
        shell.out().line(answer.line());
      }
    } catch (InvalidRequestTextException e) {
      fault(line, e.reason());
    }
  }

  private void fault(InputLines.Line line, String reason) {
    faults++;
    if (faults <= SHOWN) {
      progress.clear();
      shell.err().error("line " + line.number() + ": " + Visible.of(reason), null);
    }
    if (json) {
      shell.out().line(FaultJson.of(line.number(), reason));
    }
  }

  private void report() {
    if (faults > SHOWN) {
      shell.err().error("and " + Words.count(faults - SHOWN, "more such line"), null);
    }
    if (json) {
      return;
    }
    Answer single = only;
    if (single != null && faults == 0) {
      new DecisionText(shell.out()).print(single);
    } else if (counts.total() > 0) {
      table();
    }
  }

  private void table() {
    shell.print(counts.byReason());
    if (counts.hasRules()) {
      shell.out().line("");
      shell.print(counts.byRule());
    }
    shell.out().line("");
    shell
        .out()
        .line(
            Words.count(counts.total(), "request")
                + " decided"
                + (faults == 0 ? "" : ", " + Words.count(faults, "line") + " could not be read"));
  }

  private int code() {
    if (faults > 0) {
      return ExitCode.INPUT;
    }
    return counts.allPermitted() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
