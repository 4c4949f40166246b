package dev.writ.core.model;

import java.io.IOException;

/** Text that is not the JSON that was asked for. */
public final class JsonException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String reason;

  /**
   * @param line from 1, or 0 where it is not known
   * @param column in characters from 1, or 0 where it is not known
   * @param reason what is wrong, without a full stop
   */
  public JsonException(int line, int column, String reason) {
    super(line == 0 ? reason : "line " + line + ", column " + column + ": " + reason);
    this.line = line;
    this.column = column;
    this.reason = reason;
  }

  /** The line, from 1, or 0 where it is not known. */
  public int line() {
    return line;
  }

  /** The column in characters, from 1, or 0 where it is not known. */
  public int column() {
    return column;
  }

  /** What is wrong, without the position. */
  public String reason() {
    return reason;
  }
}
