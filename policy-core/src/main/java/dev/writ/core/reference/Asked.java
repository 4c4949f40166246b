package dev.writ.core.reference;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: an action on a resource, by the members m0 (the principal) to mn of a chain, and
 * the view R(i) that each of them has of it.
 *
 * @param action the qualified action
 * @param request the view of the principal
 */
record Asked(String action, Environment request) {

  Asked {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(request, "request");
  }

  /** What a request asks, within its session, or none where it has none. */
  static Asked of(BoundRequest request, @Nullable SessionRecord session) {
    Environment view =
        new Environment(
            request.members(),
            0,
            request.resource(),
            request.args(),
            request.facts(),
            session,
            ArgumentSources.of(request),
            null,
            null,
            Map.of());
    return new Asked(request.action().name(), view);
  }

  /** The members, the principal first. */
  List<EntityId> members() {
    return request.members();
  }

  /** R(i). */
  Environment view(int member) {
    return request.of(member);
  }

  /** The slot of R(i), or null where the resource is left open. */
  @Nullable Slot slot(int member) {
    EntityId resource = request.resource();
    return resource == null
        ? null
        : new Slot(action, members().get(member).type(), resource.type());
  }

  /** Whether a head with these slots spans R(i). */
  boolean spans(SortedSet<Slot> head, int member) {
    Slot slot = slot(member);
    return slot != null && head.contains(slot);
  }

  /** The members on whose view a head with these slots speaks. */
  List<Integer> spanned(SortedSet<Slot> head) {
    return IntStream.range(0, members().size())
        .filter(member -> spans(head, member))
        .boxed()
        .toList();
  }

  /** The case that speaks on R(i), or null where none does. */
  @Nullable Case caseOf(List<Case> cases, int member) {
    return cases.stream().filter(text -> spans(text.slots(), member)).findFirst().orElse(null);
  }
}
