package dev.writ.dsl.cli;

import dev.writ.dsl.report.Ink;

/** A line on a terminal that tells what a long run is about, gone when it ends. */
final class Stage {
  private static final String CLEAR = "\r\u001b[K";

  private final Output err;
  private boolean shown;

  Stage(Output err) {
    this.err = err;
  }

  /** This is done now. Nothing is shown where standard error is no terminal. */
  void show(String what) {
    if (err.terminal()) {
      err.print(CLEAR + err.paint(Ink.FAINT, what));
      shown = true;
    }
  }

  /** Takes the line away. */
  void clear() {
    if (shown) {
      err.print(CLEAR);
      shown = false;
    }
  }
}
