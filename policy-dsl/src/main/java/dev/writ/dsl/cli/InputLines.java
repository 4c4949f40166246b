package dev.writ.dsl.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stream, as bytes, so that what is not UTF-8 is a fault of its line alone. Lines
 * end at a line feed; blank ones are counted and left out. Not safe for several threads.
 */
final class InputLines {
  /** The longest line that is read, in bytes. */
  static final int LONGEST = 16 << 20;

  private final InputStream in;
  private int number;

  InputLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** A line that is not blank. */
  static final class Line {
    private final int number;
    private final byte @Nullable [] bytes;

    Line(int number, byte @Nullable [] bytes) {
      this.number = number;
      this.bytes = bytes;
    }

    /** Its number, from 1. */
    int number() {
      return number;
    }

    /** Its bytes without the line feed, or null where it is too long. */
    byte @Nullable [] bytes() {
      return bytes;
    }
  }

  /**
   * The next line, or null at the end.
   *
   * @throws IOException if the stream fails
   */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean blank = true;
    boolean tooLong = false;
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        number++;
        if (!blank) {
          return end(line, tooLong);
        }
        line.reset();
        continue;
      }
      blank &= b == ' ' || b == '\t' || b == '\r';
      tooLong |= line.size() >= LONGEST;
      if (!tooLong) {
        line.write(b);
      }
    }
    number++;
    return blank ? null : end(line, tooLong);
  }

  private Line end(ByteArrayOutputStream line, boolean tooLong) {
    return new Line(number, tooLong ? null : line.toByteArray());
  }
}
