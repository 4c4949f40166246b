package dev.writ.dsl.cli;

import dev.writ.dsl.report.Ink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One stream that is written to, always in UTF-8. Buffered; not safe for several threads. */
final class Output {
  private final OutputStream stream;
  private final boolean terminal;
  private boolean colour;

  /**
   * @param stream where to
   * @param terminal whether a person looks at it
   */
  Output(OutputStream stream, boolean terminal) {
    this.stream = new BufferedOutputStream(stream, 1 << 16);
    this.terminal = terminal;
  }

  /** Whether a person looks at it. */
  boolean terminal() {
    return terminal;
  }

  /** Whether escape sequences are written; not before {@link #useColour} said so. */
  boolean colour() {
    return colour;
  }

  void useColour(boolean use) {
    colour = use;
  }

  /** The text in this ink, where colour is used. */
  String paint(Ink ink, String text) {
    return ink.paint(text, colour);
  }

  /**
   * Writes a text as it is.
   *
   * @throws OutputClosedException if nobody reads any more
   */
  void print(String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      if (terminal) {
        stream.flush();
      }
    } catch (IOException e) {
      throw new OutputClosedException(e);
    }
  }

  /** Writes a line. */
  void line(String text) {
    print(text + "\n");
  }

  /** Writes an error, with what to do instead. */
  void error(String message, @Nullable String help) {
    line(paint(Ink.BAD, "error") + ": " + message);
    if (help != null) {
      line(paint(Ink.NOTE, "help") + ": " + help);
    }
  }

  /** Hands everything written on. */
  void flush() {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new OutputClosedException(e);
    }
  }
}
