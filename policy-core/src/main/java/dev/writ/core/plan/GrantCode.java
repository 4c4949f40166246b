package dev.writ.core.plan;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.GrantTemplate.Binding;
import dev.writ.core.ir.Slot;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A declared grant.
 *
 * @param number its number among the templates of the set
 * @param template the declaration
 * @param bySlot what it permits
 */
record GrantCode(int number, GrantTemplate template, Map<Slot, GrantText> bySlot) {
  GrantCode {
    bySlot = Map.copyOf(bySlot);
  }

  static GrantCode of(int number, GrantTemplate template, Compiler compiler) {
    Map<Slot, GrantText> bySlot = new HashMap<>();
    for (Case text : template.cases()) {
      GrantText code = GrantText.of(text, compiler);
      text.slots().forEach(slot -> bySlot.putIfAbsent(slot, code));
    }
    return new GrantCode(number, template, bySlot);
  }

  String id() {
    return template.id();
  }

  /** Whether a grant of it counts for the one resource that it is bound to. */
  boolean bindsResource() {
    Binding binding = template.binds();
    return binding != null && (binding.all() || binding.resource());
  }

  /** What it permits on a view, or null where it does not speak there. */
  @Nullable GrantText on(View view) {
    return bySlot.get(
        new Slot(view.request.action().name(), view.principal.type(), view.resource.type()));
  }

  /**
   * Whether a grant of this template counts for the request of a view as far as can be told without
   * reading anything: live, of this origin, and of this action and these values, unless it permits
   * nothing and so has neither.
   */
  boolean isFor(GrantRecord grant, View view) {
    Binding binding = template.binds();
    return grant.origin().equals(view.origin())
        && new GrantTerm(grant, template).isLive()
        && (binding == null
            || (view.request.action().name().equals(grant.action())
                && on(view) != null
                && BoundValues.areEqual(binding, grant, view.request)));
  }
}
