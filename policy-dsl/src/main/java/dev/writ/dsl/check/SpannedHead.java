package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.Root;
import dev.writ.dsl.ast.TypePattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A head with its names resolved.
 *
 * @param written the head
 * @param scope the file it stands in
 * @param guard the entity that the resource must lie in, or null
 * @param slots what it spans, at least one
 * @param principals the patterns after {@code by}, by type; empty where it is left out
 * @param resources the patterns after {@code on}, by type; empty where it is left out
 */
record SpannedHead(
    Head written,
    FileScope scope,
    @Nullable EntityId guard,
    SortedSet<HeadSlot> slots,
    Map<String, List<TypePattern>> principals,
    Map<String, List<TypePattern>> resources) {

  SpannedHead {
    slots = Collections.unmodifiableSortedSet(new TreeSet<>(slots));
    principals = Map.copyOf(principals);
    resources = Map.copyOf(resources);
  }

  /** Returns this head where the guard is asked for elsewhere. */
  SpannedHead withoutGuard() {
    return new SpannedHead(written, scope, null, slots, principals, resources);
  }

  /** Returns the types of principals that it spans. */
  SortedSet<String> principalTypes() {
    return slots.stream()
        .map(HeadSlot::principalType)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the types of resources that it spans. */
  SortedSet<String> resourceTypes() {
    return slots.stream()
        .map(HeadSlot::resourceType)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns what the head asks of principal and resource in a slot, beside their types. */
  List<Expression> constraints(HeadSlot slot) {
    List<Expression> constraints = new ArrayList<>();
    constraints.addAll(
        Patterns.constraint(
            Root.PRINCIPAL, principals.getOrDefault(slot.principalType(), List.of())));
    constraints.addAll(
        Patterns.constraint(Root.RESOURCE, resources.getOrDefault(slot.resourceType(), List.of())));
    return constraints;
  }
}
