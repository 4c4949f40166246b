package dev.writ.dsl.cli;

import org.jspecify.annotations.Nullable;

/** Something given to the command cannot be used; ends it with {@link ExitCode#INPUT}. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String help;

  /**
   * @param message one sentence on what is wrong, as a diagnostic words it
   * @param help what to do instead, or null
   */
  InputException(String message, @Nullable String help) {
    super(message);
    this.help = help;
  }

  /** What went wrong. */
  String reason() {
    return String.valueOf(getMessage());
  }

  /** What to do instead, or null. */
  @Nullable String help() {
    return help;
  }
}
