package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.model.EntityId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask for a grant.
 *
 * @param judge who evaluates
 * @param template the template
 * @param asked the request that the grant is for
 * @param holder the member that is to hold it
 */
record Requesting(Judge judge, GrantTemplate template, Asked asked, int holder) {

  /** Why this requester may not ask for it, or null. */
  @Nullable String refusal(EntityId requester) {
    Reading reading = new Reading(judge, template.id(), asked.view(holder));
    People people = new People(reading.askedBy(requester));
    if (!mayAsk(requester, reading)) {
      return "`" + requester + "` may not ask for `" + template.id() + "`";
    }
    if (!template.emergency()) {
      return null;
    }
    return people.isHuman(requester)
        ? unreviewed(requester, people)
        : "only a person may ask for the emergency grant `" + template.id() + "`";
  }

  /** Nobody named means the holder itself. */
  private boolean mayAsk(EntityId requester, Reading reading) {
    return template.requestedBy().isEmpty()
        ? requester.equals(member()) && Actors.active(requester, reading)
        : Actors.allow(template.requestedBy(), requester, reading);
  }

  private EntityId member() {
    return asked.members().get(holder);
  }

  /**
   * The grants that may be of this requester or holder, by id: all, where people are known by more
   * than one entity.
   */
  private List<GrantRecord> issued(EntityId requester) {
    AuthoritySnapshot state = judge.world().authority();
    boolean identified =
        judge.world().policies().schema().entityTypes().values().stream()
            .anyMatch(type -> type.person() != null);
    return identified
        ? state.grants()
        : Stream.concat(
                state.grantsOf(member(), template.id()).stream(),
                state.grantsRequestedBy(requester, template.id()).stream())
            .sorted(Comparator.comparing(GrantRecord::id))
            .toList();
  }

  /** One unreviewed emergency grant for each requester and for each holder. */
  private @Nullable String unreviewed(EntityId requester, People people) {
    for (GrantRecord other : issued(requester)) {
      boolean open =
          other.template().equals(template.id())
              && !other.reviewed()
              && other.activatedMillis() != null;
      if (open
          && (people.same(other.requester(), requester) != Truth.FALSE
              || people.same(other.holder(), member()) != Truth.FALSE)) {
        return "grant `" + other.id() + "` of `" + template.id() + "` awaits its review";
      }
    }
    return null;
  }
}
