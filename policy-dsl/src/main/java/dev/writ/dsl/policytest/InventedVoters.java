package dev.writ.dsl.policytest;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.Vote;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityTypeDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Voters for an approval of which a test says that it is complete, but not by whom.
 *
 * <p>They are people of their own, whom nothing else in the test knows: of each human type, outside
 * and inside each group of {@link VoterGroups}, as many as the clauses ask for, with every {@code
 * when} of theirs taken as met. A group that the test does not state is taken to exist. Whoever is
 * not needed is taken away again.
 */
final class InventedVoters {
  private static final int MOST = 50;

  private final TestWorld world;
  private final String approval;
  private final long atMillis;

  /**
   * @param approval the id of what was opened
   * @param atMillis when they vote
   */
  InventedVoters(TestWorld world, String approval, long atMillis) {
    this.world = world;
    this.approval = approval;
    this.atMillis = atMillis;
  }

  /** Whether their votes complete it; otherwise nothing has changed. */
  boolean complete() {
    List<Vote> before = record().votes();
    List<Entity> invented = new ArrayList<>();
    for (List<Entity> people : candidates()) {
      people.forEach(world::put);
      invented.addAll(people);
      vote(before, invented);
      if (stands()) {
        keepNeeded(before, invented);
        return true;
      }
    }
    invented.forEach(one -> world.remove(one.uid()));
    vote(before, List.of());
    return false;
  }

  private void keepNeeded(List<Vote> before, List<Entity> invented) {
    List<Entity> needed = new ArrayList<>(invented);
    for (Entity one : invented) {
      needed.remove(one);
      world.remove(one.uid());
      vote(before, needed);
      if (!stands()) {
        needed.add(one);
        world.put(one);
      }
    }
    vote(before, needed);
  }

  private boolean stands() {
    return world.inspection(atMillis).stands(approval);
  }

  private ApprovalRecord record() {
    ApprovalRecord record = world.state().approval(approval);
    if (record == null) {
      throw new IllegalArgumentException("nothing is open under the id `" + approval + "`");
    }
    return record;
  }

  private void vote(List<Vote> before, List<Entity> people) {
    ApprovalRecord record = record();
    SortedSet<Integer> clauses =
        IntStream.range(0, clauses(record)).boxed().collect(Collectors.toCollection(TreeSet::new));
    List<Vote> votes = new ArrayList<>(before);
    people.stream()
        .map(Entity::uid)
        .filter(one -> isHuman(one.type()))
        .map(one -> new Vote(one, true, atMillis, null, record.digest(), clauses, "as stated"))
        .forEach(votes::add);
    world.change(next -> next.put(record.with(votes)));
  }

  private int clauses(ApprovalRecord record) {
    return declared(record).cases().stream()
        .mapToInt(text -> text.quorum().clauses().size())
        .max()
        .orElse(0);
  }

  private int seats(ApprovalRecord record) {
    int seats =
        declared(record).cases().stream()
            .mapToInt(text -> text.quorum().clauses().stream().mapToInt(c -> c.count()).sum())
            .max()
            .orElse(0);
    return Math.min(seats, MOST);
  }

  private Approval declared(ApprovalRecord record) {
    return world.policies().approvals().stream()
        .filter(declared -> declared.id().equals(record.approval()))
        .findFirst()
        .orElseThrow();
  }

  private boolean isHuman(String type) {
    EntityTypeDef declared = world.policies().schema().entityType(type);
    return declared != null && declared.human();
  }

  /** People outside all groups, then a group at a time with people in it. */
  private List<List<Entity>> candidates() {
    List<EntityTypeDef> types =
        world.policies().schema().entityTypes().values().stream()
            .filter(type -> type.human() && type.closedIds() == null)
            .toList();
    List<List<Entity>> candidates = new ArrayList<>();
    types.forEach(type -> candidates.add(people(type, Set.of())));
    for (EntityId group : VoterGroups.of(declared(record()), world.store())) {
      for (EntityTypeDef type : types) {
        if (type.parentTypes().contains(group.type())) {
          List<Entity> people = new ArrayList<>(unknown(group));
          people.addAll(people(type, Set.of(group)));
          candidates.add(people);
        }
      }
    }
    return candidates;
  }

  private List<Entity> unknown(EntityId group) {
    EntityTypeDef type = world.policies().schema().entityType(group.type());
    return type == null || world.store().ids().contains(group)
        ? List.of()
        : new PlainValues("stated-group")
            .required(type.attributes()).stream()
                .map(attributes -> new Entity(group, attributes, Set.of()))
                .toList();
  }

  private List<Entity> people(EntityTypeDef type, Set<EntityId> groups) {
    List<Entity> people = new ArrayList<>();
    for (int i = 0; i < seats(record()); i++) {
      String id = "stated-voter-" + world.nextInvented();
      new PlainValues(id)
          .required(type.attributes())
          .map(attributes -> new Entity(EntityId.of(type.name(), id), attributes, groups))
          .ifPresent(people::add);
    }
    return people;
  }
}
