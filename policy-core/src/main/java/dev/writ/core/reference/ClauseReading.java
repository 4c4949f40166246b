package dev.writ.core.reference;

import dev.writ.core.decision.Truth;
import java.util.Objects;

/**
 * What one rule or clause says on one member's view of a request that its head spans.
 *
 * @param kind what it is
 * @param id the id of the rule, limit, label, grant, approval or confirmation; of a clause that of
 *     its scope and its position from 1, as {@code sre_bots #2}
 * @param truth what it came to; of a grant whether one is held that covers the view, of an approval
 *     or confirmation whether it stands
 */
public record ClauseReading(Kind kind, String id, Truth truth) {
  /** What can be read. */
  public enum Kind {
    PERMIT("permit"),
    FORBID("forbid"),
    MAY("may"),
    LIMIT("limit"),
    GRANT("grant"),
    APPROVAL("approval"),
    CONFIRMATION("confirmation"),
    LABEL("label");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word of the language. */
    public String word() {
      return word;
    }
  }

  public ClauseReading {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(truth, "truth");
  }
}
