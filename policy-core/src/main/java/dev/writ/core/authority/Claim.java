package dev.writ.core.authority;

import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import java.util.List;
import java.util.Objects;

/**
 * A request as it was told when an approval of it was opened: what voters are shown. It proves
 * nothing; an approval holds only for a request with the same digest.
 *
 * @param members the principal and its chain, nearest first, at least one
 * @param action the qualified action
 * @param resource what is acted on
 * @param args what the principal chose, bound to the action's type
 * @param facts what the enforcement point is said to know, bound to the action's type
 */
public record Claim(
    List<EntityId> members, String action, EntityId resource, RecordValue args, RecordValue facts) {
  public Claim {
    members = List.copyOf(members);
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(args, "args");
    Objects.requireNonNull(facts, "facts");
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a claim needs a principal");
    }
  }

  /** The request, as it was told. */
  public static Claim of(BoundRequest request) {
    return new Claim(
        request.members(),
        request.action().name(),
        request.resource(),
        request.args(),
        request.facts());
  }

  /** Who acts. */
  public EntityId principal() {
    return members.get(0);
  }
}
