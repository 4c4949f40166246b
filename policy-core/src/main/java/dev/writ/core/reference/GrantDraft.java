package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.GrantRecord.Status;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it would be issued for a request.
 *
 * @param judge who evaluates
 * @param template the template
 * @param asked the request
 * @param holder the member that is to hold it
 */
record GrantDraft(Judge judge, GrantTemplate template, Asked asked, int holder) {

  /**
   * The values it is bound to: none for a template that permits nothing. Null where the template
   * does not speak of the holder's view, or the request has nothing that it could be bound within.
   */
  @Nullable SortedMap<String, Value> bound() {
    Binding binding = template.binds();
    if (binding == null) {
      return new TreeMap<>();
    }
    ActionDef action = judge.world().policies().schema().action(asked.action());
    if (action == null || asked.caseOf(template.cases(), holder) == null) {
      return null;
    }
    SortedMap<String, Value> bound = Bindings.capture(binding, action, asked);
    if (binding.within() != null) {
      EntityId group =
          Enclosure.of(binding.within(), new Reading(judge, template.id(), asked.view(holder)));
      if (group == null) {
        return null;
      }
      bound.put(Bindings.WITHIN, group);
    }
    return bound;
  }

  /** It, active from this instant for as long as may be; null where {@link #bound} is. */
  @Nullable GrantRecord issued(long now) {
    SortedMap<String, Value> bound = bound();
    EntityId member = asked.members().get(holder);
    return bound == null
        ? null
        : new GrantRecord(
            "supposed " + template.id(),
            template.id(),
            member,
            member,
            asked.request().origin(),
            template.binds() == null ? null : asked.action(),
            bound,
            now,
            ZoneClock.saturatedSum(now, template.lastsMillis()),
            now,
            Status.ACTIVE,
            template.uses(),
            0,
            List.of(),
            List.of(),
            false,
            null);
  }
}
