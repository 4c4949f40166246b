package dev.writ.core.slice;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy set by slots: one slice for each combination of action, principal type and resource type
 * that the schema declares, those of which nothing speaks included.
 *
 * <p>Immutable, thread-safe. Takes time and memory in proportion to the slots that the declarations
 * span.
 */
public final class Slices {
  private final SortedMap<Slot, Slice> bySlot;

  private Slices(SortedMap<Slot, Slice> bySlot) {
    this.bySlot = Collections.unmodifiableSortedMap(bySlot);
  }

  /** The slices of this set. */
  public static Slices of(PolicySet policies) {
    SortedMap<Slot, SliceBuilder> builders = new TreeMap<>();
    for (ActionDef action : policies.schema().actions().values()) {
      for (String principal : action.principalTypes()) {
        for (String resource : action.resourceTypes()) {
          Slot slot = new Slot(action.name(), principal, resource);
          builders.put(slot, new SliceBuilder(slot));
        }
      }
    }
    new Cutting(builders).cut(policies);
    SortedMap<Slot, Slice> slices = new TreeMap<>();
    builders.forEach((slot, builder) -> slices.put(slot, builder.build()));
    return new Slices(slices);
  }

  /** The slice of this slot, or null where the schema declares no such combination. */
  public @Nullable Slice at(Slot slot) {
    return bySlot.get(slot);
  }

  /** All slices, in the order of their slots. */
  public Collection<Slice> all() {
    return bySlot.values();
  }
}
