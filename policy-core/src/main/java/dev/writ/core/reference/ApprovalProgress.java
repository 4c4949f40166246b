package dev.writ.core.reference;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What an approval or confirmation that was opened still misses.
 *
 * @param id the id of what was opened
 * @param approval the id of the declared approval or confirmation
 * @param complete whether the votes that count now fill its clauses
 * @param vetoed whether a veto ended it
 * @param all whether all clauses must be filled, or any one of them
 * @param clauses the clauses in order; for a confirmation the one voice of the origin
 */
public record ApprovalProgress(
    String id,
    String approval,
    boolean complete,
    boolean vetoed,
    boolean all,
    List<ClauseProgress> clauses) {

  public ApprovalProgress {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(approval, "approval");
    clauses = List.copyOf(clauses);
  }

  /**
   * How far one clause is, by itself. A vote fills one clause, so one that fits two is counted in
   * both and fills one.
   *
   * @param text the clause as the policy says it
   * @param needed how many votes it asks for, for each element where there are several
   * @param fitting how many of the votes that count now fit it
   */
  public record ClauseProgress(String text, int needed, int fitting) {
    public ClauseProgress {
      Objects.requireNonNull(text, "text");
    }

    /** How many votes it misses, at least. */
    public int missing() {
      return Math.max(0, needed - fitting);
    }
  }

  /** One line for people on what is missing; empty where nothing is. */
  public String missing() {
    if (vetoed) {
      return "`" + approval + "` was vetoed";
    }
    if (complete) {
      return "";
    }
    String joint = all ? " and " : " or ";
    String lacking =
        clauses.stream()
            .filter(clause -> !all || clause.missing() > 0)
            .map(clause -> clause.missing() + " more for `" + clause.text() + "`")
            .collect(Collectors.joining(joint));
    return lacking.isEmpty()
        ? "`" + approval + "`: one more vote, since a vote fills one clause"
        : lacking;
  }
}
