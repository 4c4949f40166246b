package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An approval or confirmation that was opened, with its votes.
 *
 * @param id unique in the snapshot
 * @param approval the id of the declared approval or confirmation
 * @param digest the digest of its subject ({@link Subject}): nothing else is approved by it
 * @param requester who opened it
 * @param claim the request it was opened for, as the requester told it, or null where it is for a
 *     grant
 * @param grant the grant it was opened for, or null where it is for a request
 * @param openedMillis when, epoch milliseconds
 * @param votes every vote, in order of time
 * @param vetoedMillis when its veto was reached, or null; final, whatever becomes of the refusals
 * @param used how many uses are spent
 */
public record ApprovalRecord(
    String id,
    String approval,
    String digest,
    EntityId requester,
    @Nullable Claim claim,
    @Nullable String grant,
    long openedMillis,
    List<Vote> votes,
    @Nullable Long vetoedMillis,
    int used) {
  public ApprovalRecord {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(approval, "approval");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(requester, "requester");
    votes = Vote.inOrder(votes);
    if ((claim == null) == (grant == null)) {
      throw new IllegalArgumentException(
          "approval `" + id + "` must be for a request or for a grant");
    }
    if (used < 0) {
      throw new IllegalArgumentException("approval `" + id + "` has a negative count");
    }
  }

  /** The same with one use more. */
  public ApprovalRecord spent() {
    return with(votes, vetoedMillis, used + 1);
  }

  /** The same with these votes. */
  public ApprovalRecord with(List<Vote> others) {
    return with(others, vetoedMillis, used);
  }

  /** The same, vetoed at this instant. */
  public ApprovalRecord vetoed(long atMillis) {
    return with(votes, atMillis, used);
  }

  private ApprovalRecord with(List<Vote> newVotes, @Nullable Long vetoed, int newUsed) {
    return new ApprovalRecord(
        id, approval, digest, requester, claim, grant, openedMillis, newVotes, vetoed, newUsed);
  }
}
