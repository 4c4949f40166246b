package dev.writ.dsl.cli;

import dev.writ.dsl.report.Ink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads one request, or many of one line each, from a file or from standard input. */
final class Requests {
  private static final String STANDARD_INPUT = "-";

  private Requests() {}

  /**
   * The bytes of the one request in a file.
   *
   * @param file the file; {@code -} or null for standard input
   * @throws InputException if it cannot be read
   */
  static byte[] one(@Nullable Path file, Shell shell) {
    try (InputStream in = open(file, shell)) {
      byte[] bytes = in.readNBytes(InputLines.LONGEST + 1);
      if (bytes.length > InputLines.LONGEST) {
        throw new InputException(name(file) + " is longer than 16 MiB", null);
      }
      return bytes;
    } catch (IOException e) {
      throw new InputException("cannot read " + name(file) + ": " + InputFile.reason(e), null);
    }
  }

  /**
   * Answers the one question in a file.
   *
   * @param file the file; {@code -} or null for standard input
   * @throws InputException if it cannot be read or is no such question
   */
  static Answer answerOne(Answering answering, @Nullable Path file, Shell shell) {
    try {
      return answering.answer(one(file, shell));
    } catch (InvalidRequestTextException e) {
      throw new InputException(name(file) + ": " + Visible.of(e.reason()), null);
    }
  }

  /**
   * Opens a file, or standard input.
   *
   * @param file the file; {@code -} or null for standard input
   */
  static InputStream open(@Nullable Path file, Shell shell) {
    if (file != null && !file.toString().equals(STANDARD_INPUT)) {
      return InputFile.open(file);
    }
    if (shell.inputIsTerminal()) {
      String hint = "reading requests from the terminal; ctrl-d ends the input";
      shell.err().line(shell.err().paint(Ink.FAINT, hint));
    }
    return shell.in();
  }

  /** What messages call it. */
  static String name(@Nullable Path file) {
    return file == null || file.toString().equals(STANDARD_INPUT)
        ? "standard input"
        : "`" + file + "`";
  }
}
