package dev.writ.core.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One walk up the hierarchy from an entity, depth first, without recursion.
 *
 * <p>The first entity that is unknown, broken or on a cycle ends the walk, wherever it stands: an
 * incomplete answer is none. Parents are walked in their order, so the answer is always the same.
 */
final class Hierarchy {

  private final Function<EntityId, @Nullable EntityNode> nodes;
  private final int most;

  /** Entities whose ancestors are all found, or being found. */
  private final Set<EntityId> found = new LinkedHashSet<>();

  /** The entities from the first to the one being walked, and what is left of their parents. */
  private final Deque<EntityId> path = new ArrayDeque<>();

  private final Set<EntityId> onPath = new HashSet<>();
  private final Deque<Iterator<EntityId>> rest = new ArrayDeque<>();
  private @Nullable EntityProblem problem;

  /**
   * @param nodes the entities, null for one that is not known
   * @param most how many ancestors an entity may have
   */
  Hierarchy(Function<EntityId, @Nullable EntityNode> nodes, int most) {
    this.nodes = nodes;
    this.most = most;
  }

  /** The entity itself and all that it is in, directly or not. */
  EntityAnswer<Set<EntityId>> from(EntityId start) {
    enter(start);
    while (problem == null && !path.isEmpty()) {
      Iterator<EntityId> parents = rest.getLast();
      if (parents.hasNext()) {
        visit(parents.next());
      } else {
        rest.removeLast();
        onPath.remove(path.removeLast());
      }
    }
    return problem == null
        ? new EntityAnswer.Known<>(new FrozenSet<>(found))
        : new EntityAnswer.Failed<>(problem);
  }

  private void visit(EntityId parent) {
    if (onPath.contains(parent)) {
      problem = cycle(parent);
    } else if (!found.contains(parent)) {
      enter(parent);
    }
  }

  private void enter(EntityId id) {
    EntityNode node = nodes.apply(id);
    if (node == null) {
      problem = unknown(id, path.peekLast());
    } else if (node.attributes() instanceof EntityAnswer.Failed<RecordValue> failed) {
      problem = failed.problem();
    } else if (found.size() > most) {
      problem = tooMany(path.getFirst(), most);
    } else {
      found.add(id);
      path.addLast(id);
      onPath.add(id);
      rest.addLast(node.parents().iterator());
    }
  }

  static EntityProblem unknown(EntityId id, @Nullable EntityId child) {
    String whose = child == null ? "" : ", which " + Shown.text(child.toString()) + " is in,";
    return new EntityProblem(
        EntityProblem.Kind.UNKNOWN,
        id,
        "entity " + Shown.text(id.toString()) + whose + " is not known");
  }

  static EntityProblem tooMany(EntityId id, int most) {
    return new EntityProblem(
        EntityProblem.Kind.TOO_MANY_ANCESTORS,
        id,
        "entity " + Shown.text(id.toString()) + " has more than " + most + " ancestors");
  }

  private EntityProblem cycle(EntityId entry) {
    List<EntityId> around = path.stream().dropWhile(id -> !id.equals(entry)).limit(8).toList();
    return Cycles.problem(entry, around);
  }
}
