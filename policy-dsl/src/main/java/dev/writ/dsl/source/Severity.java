package dev.writ.dsl.source;

/** How much a diagnostic weighs. */
public enum Severity {
  /** The set does not compile; of a finding: it compiles, and no bundle is made of it. */
  ERROR,
  /** The set compiles; somebody should look. */
  WARNING;

  /** Returns the word diagnostics print. */
  public String word() {
    return this == ERROR ? "error" : "warning";
  }
}
