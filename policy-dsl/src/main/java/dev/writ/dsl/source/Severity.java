package dev.writ.dsl.source;

/** How much a diagnostic weighs: an error keeps the policy set from compiling. */
public enum Severity {
  /** The set does not compile. */
  ERROR,
  /** The set compiles; somebody should look. */
  WARNING;

  /** Returns the word diagnostics print. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
