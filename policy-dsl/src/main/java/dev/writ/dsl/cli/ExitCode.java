package dev.writ.dsl.cli;

/** What the command tells its caller; the codes are documented in every {@code --help}. */
final class ExitCode {
  /** All is well; a request is permitted. */
  static final int OK = 0;

  /** A request is denied, a test failed, or something was found. */
  static final int FINDINGS = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** The policies do not compile. */
  static final int POLICY = 3;

  /** A file or a line of input cannot be read. */
  static final int INPUT = 4;

  /** A fault of the command itself, as {@code EX_SOFTWARE} of sysexits.h. */
  static final int INTERNAL = 70;

  /** The reader of the output went away, as a shell reports SIGPIPE. */
  static final int BROKEN_PIPE = 141;

  private ExitCode() {}
}
