package dev.writ.core.plan;

/**
 * Ends a run that has no way of listing errors: something could not be evaluated. It says nothing
 * of what; the careful run that follows finds out. It has no stack trace.
 */
final class FaultSignal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FaultSignal() {
    super("something could not be evaluated", null, false, false);
  }
}
