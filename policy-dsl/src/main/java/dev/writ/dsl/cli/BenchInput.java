package dev.writ.dsl.cli;

import dev.writ.core.model.Request;
import dev.writ.core.model.ToolCall;
import dev.writ.dsl.bench.Question;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is to be asked, and asks each once. One line that cannot be read ends it: a figure
 * about some of the requests would be taken for one about all.
 */
final class BenchInput {
  private static final int SHOWN = 20;

  private final World world;
  private final Shell shell;
  private final List<Question> questions = new ArrayList<>();
  private final DecisionCounts counts = new DecisionCounts();
  private long faults;

  BenchInput(World world, Shell shell) {
    this.world = world;
    this.shell = shell;
  }

  /** Makes a question of a line. */
  private interface Reader {
    Question read(byte[] utf8) throws InvalidRequestTextException;
  }

  /** What is to be asked, in the order it was read. */
  List<Question> questions() {
    return questions;
  }

  /** What came of asking each once. */
  DecisionCounts counts() {
    return counts;
  }

  /**
   * Reads.
   *
   * @throws InputException if a file or a line cannot be read, or there is none
   */
  void read(RequestFiles files) {
    try (Decider decider = new Decider(world)) {
      Path one = files.request();
      Path calls = files.toolCalls();
      if (one != null) {
        only(one, line -> request(decider, line));
      } else if (calls != null) {
        Answering answering = decider.calls();
        lines(calls, line -> call(answering, line));
      } else {
        lines(files.requests(), line -> request(decider, line));
      }
    }
  }

  private Question request(Decider decider, byte[] utf8) throws InvalidRequestTextException {
    Answer answer = decider.answer(utf8);
    counts.add(answer.decision());
    Request request = answer.request();
    if (request == null) {
      throw new InvalidRequestTextException("it is no request");
    }
    return Question.of(request, world.policies().schema(), world.store());
  }

  private Question call(Answering answering, byte[] utf8) throws InvalidRequestTextException {
    ToolCall call = CallDecider.call(utf8);
    Answer answer = answering.answer(utf8);
    counts.add(answer.decision());
    return Question.of(call, answer.request(), world.policies().schema(), world.store());
  }

  private void only(Path file, Reader reader) {
    try {
      questions.add(reader.read(Requests.one(file, shell)));
    } catch (InvalidRequestTextException e) {
      throw new InputException(Requests.name(file) + ": " + Visible.of(e.reason()), null);
    }
  }

  private void lines(@Nullable Path file, Reader reader) {
    try (InputStream in = Requests.open(file, shell)) {
      InputLines lines = new InputLines(in);
      for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
        read(line, reader);
      }
    } catch (IOException e) {
      throw new InputException(
          "cannot read " + Requests.name(file) + ": " + InputFile.reason(e), null);
    }
    if (faults > 0) {
      throw new InputException(
          Words.count(faults, "line") + " could not be read: nothing is measured", null);
    }
    if (questions.isEmpty()) {
      throw new InputException(
          "there is no request in " + Requests.name(file), "write one JSON object a line");
    }
  }

  private void read(InputLines.Line line, Reader reader) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      fault(line, "it is longer than 16 MiB");
      return;
    }
    try {
      questions.add(reader.read(bytes));
    } catch (InvalidRequestTextException e) {
      fault(line, e.reason());
    }
  }

  private void fault(InputLines.Line line, String reason) {
    faults++;
    if (faults <= SHOWN) {
      shell.err().error("line " + line.number() + ": " + Visible.of(reason), null);
    }
  }
}
