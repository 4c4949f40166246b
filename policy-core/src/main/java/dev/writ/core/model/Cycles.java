package dev.writ.core.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entities that are in themselves, directly or through others: the strongly connected
 * components of the hierarchy (Tarjan, SIAM J. Comput. 1972), without recursion.
 *
 * <p>Only types whose parents lead back to them are looked at: of people and agents, who are in
 * groups and never in each other, there may be a million.
 */
final class Cycles {
  private static final int SHOWN = 8;

  private final Function<EntityId, @Nullable EntityNode> nodes;
  private final Map<EntityId, Integer> order = new HashMap<>();
  private final Map<EntityId, Integer> lowest = new HashMap<>();

  /** Entities whose component is not complete yet. */
  private final Deque<EntityId> open = new ArrayDeque<>();

  private final Set<EntityId> isOpen = new HashSet<>();

  /** The entities from the first to the one being walked, and what is left of their parents. */
  private final Deque<EntityId> path = new ArrayDeque<>();

  private final Deque<Iterator<EntityId>> rest = new ArrayDeque<>();
  private final List<SortedSet<EntityId>> found = new ArrayList<>();

  private Cycles(Function<EntityId, @Nullable EntityNode> nodes) {
    this.nodes = nodes;
  }

  /**
   * The entities that are in each other, from these upwards.
   *
   * @param nodes the entities, null for one that is not known
   */
  static List<SortedSet<EntityId>> find(
      Schema schema, Function<EntityId, @Nullable EntityNode> nodes, Collection<EntityId> from) {
    if (from.isEmpty()) {
      return List.of();
    }
    Set<String> types = typesInThemselves(schema);
    Cycles cycles = new Cycles(nodes);
    from.stream().filter(id -> types.contains(id.type())).forEach(cycles::walk);
    return cycles.found;
  }

  /** What stands for an entity that is in itself, through these. */
  static EntityNode broken(EntityId id, SortedSet<EntityId> around) {
    EntityProblem problem = problem(id, around.stream().limit(SHOWN).toList());
    return new EntityNode(new EntityAnswer.Failed<>(problem), List.of());
  }

  /** Why an entity is not to be relied on that is in itself, through these. */
  static EntityProblem problem(EntityId id, List<EntityId> around) {
    return new EntityProblem(
        EntityProblem.Kind.CYCLE,
        id,
        "entity "
            + Shown.text(id.toString())
            + " is in itself, through "
            + Shown.list(around.stream().map(EntityId::toString).toList()));
  }

  private static Set<String> typesInThemselves(Schema schema) {
    Set<String> types = new HashSet<>();
    for (EntityTypeDef type : schema.entityTypes().values()) {
      Set<String> above = new HashSet<>();
      Deque<String> next = new ArrayDeque<>(type.parentTypes());
      while (!next.isEmpty()) {
        EntityTypeDef parent = schema.entityType(next.removeLast());
        if (parent != null && above.add(parent.name())) {
          next.addAll(parent.parentTypes());
        }
      }
      if (above.contains(type.name())) {
        types.add(type.name());
      }
    }
    return types;
  }

  private void walk(EntityId start) {
    if (!order.containsKey(start) && nodes.apply(start) != null) {
      enter(start);
    }
    while (!path.isEmpty()) {
      Iterator<EntityId> parents = rest.getLast();
      if (parents.hasNext()) {
        visit(parents.next());
      } else {
        leave();
      }
    }
  }

  private void visit(EntityId parent) {
    if (isOpen.contains(parent)) {
      lower(path.getLast(), number(order, parent));
    } else if (!order.containsKey(parent) && nodes.apply(parent) != null) {
      enter(parent);
    }
  }

  private void enter(EntityId id) {
    order.put(id, order.size());
    lowest.put(id, number(order, id));
    open.addLast(id);
    isOpen.add(id);
    path.addLast(id);
    rest.addLast(parents(id).iterator());
  }

  private void leave() {
    rest.removeLast();
    EntityId done = path.removeLast();
    int low = number(lowest, done);
    if (!path.isEmpty()) {
      lower(path.getLast(), low);
    }
    if (low == number(order, done)) {
      close(done);
    }
  }

  private void lower(EntityId id, int number) {
    lowest.put(id, Math.min(number(lowest, id), number));
  }

  private static int number(Map<EntityId, Integer> numbers, EntityId id) {
    return Objects.requireNonNull(numbers.get(id));
  }

  private List<EntityId> parents(EntityId id) {
    return Objects.requireNonNull(nodes.apply(id)).parents();
  }

  private void close(EntityId root) {
    SortedSet<EntityId> component = new TreeSet<>();
    EntityId member;
    do {
      member = open.removeLast();
      isOpen.remove(member);
      component.add(member);
    } while (!member.equals(root));
    if (component.size() > 1 || parents(root).contains(root)) {
      found.add(Collections.unmodifiableSortedSet(component));
    }
  }
}
