package dev.writ.dsl.imports;

/** A tool list cannot be turned into a schema. The message says where and why, in one line. */
public final class McpListException extends Exception {
  private static final long serialVersionUID = 1L;

  McpListException(String message) {
    super(message);
  }

  McpListException(JsonPlace place, String reason) {
    this(place + ": " + reason);
  }

  /** What is wrong, as a diagnostic words it. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
