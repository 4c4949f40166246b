package dev.writ.core.decision;

import org.jspecify.annotations.Nullable;

/** How far a batch of requests is decided (OpenID AuthZEN 1.0, {@code evaluations_semantic}). */
public enum BatchSemantic {
  /** All of them. */
  EXECUTE_ALL("execute_all"),
  /** Up to the first that is denied, with it. */
  DENY_ON_FIRST_DENY("deny_on_first_deny"),
  /** Up to the first that is permitted, with it. */
  PERMIT_ON_FIRST_PERMIT("permit_on_first_permit");

  private final String word;

  BatchSemantic(String word) {
    this.word = word;
  }

  /** The word in JSON. */
  public String word() {
    return word;
  }

  /** Whether nothing is decided after a request with this answer. */
  public boolean stopsAfter(boolean permitted) {
    return switch (this) {
      case EXECUTE_ALL -> false;
      case DENY_ON_FIRST_DENY -> !permitted;
      case PERMIT_ON_FIRST_PERMIT -> permitted;
    };
  }

  /** The semantic of this word, or null. */
  public static @Nullable BatchSemantic ofWord(String word) {
    for (BatchSemantic semantic : values()) {
      if (semantic.word.equals(word)) {
        return semantic;
      }
    }
    return null;
  }
}
