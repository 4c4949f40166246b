package dev.writ.dsl.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Whoever reads the output went away: there is nothing left to do, and nobody to tell. */
final class OutputClosedException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  OutputClosedException(IOException cause) {
    super(cause);
  }
}
