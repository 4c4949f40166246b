package dev.writ.dsl.parse.layout;

import java.util.List;

/** The comments that say who never has a vote, whatever a policy writes. */
final class Exclusions {
  /** In an approval. */
  static final String OF_APPROVAL = "// always excluded: principal, chain, requester";

  /** In the review of an emergency grant. */
  static final String OF_REVIEW = "// always excluded: requester, holder, origin";

  private Exclusions() {}

  /** Whether the comment stands among these already. */
  static boolean isSaid(List<Note> notes, String excluded) {
    return notes.stream().anyMatch(note -> note.text().equals(excluded));
  }

  /** Whether a comment is one of those that the formatter writes. */
  static boolean isOne(String text) {
    return text.equals(OF_APPROVAL) || text.equals(OF_REVIEW);
  }
}
