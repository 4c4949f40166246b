package dev.writ.core.reference;

import dev.writ.core.model.EntityId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A vote as it is handed in.
 *
 * @param voter who, proven by the caller
 * @param yes whether it approves; otherwise it refuses
 * @param digest the digest of what the voter was shown
 * @param reason the voter's words, or null
 */
public record Ballot(EntityId voter, boolean yes, String digest, @Nullable String reason) {
  public Ballot {
    Objects.requireNonNull(voter, "voter");
    Objects.requireNonNull(digest, "digest");
  }
}
