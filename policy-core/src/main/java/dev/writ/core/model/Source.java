package dev.writ.core.model;

/**
 * Where an argument came from, from trusted to not told. The ordinals are those of {@link
 * Schema#SOURCE}.
 */
public enum Source {
  /** The enforcement point's own constant. */
  CONSTANT,
  /** The origin's own words. */
  USER,
  /** The answer of a tool. */
  TOOL,
  /** Not told. */
  UNKNOWN;

  /** The less trusted of two. */
  public Source worse(Source other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
