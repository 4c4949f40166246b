package dev.writ.core.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A state made by changes holds what was put last, and every question about it finds just that. */
class AuthoritySnapshotProperties {

  private static final List<EntityId> PEOPLE =
      List.of(EntityId.of("User", "a"), EntityId.of("User", "b"), EntityId.of("User", "c"));

  /** What was put, in the plainest way. */
  private record Put(
      SortedMap<String, GrantRecord> grants,
      SortedMap<String, ApprovalRecord> approvals,
      SortedMap<EntityId, Suspension> suspensions,
      SortedMap<String, Counter> counters) {
    Put() {
      this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    Put copy() {
      return new Put(
          new TreeMap<>(grants),
          new TreeMap<>(approvals),
          new TreeMap<>(suspensions),
          new TreeMap<>(counters));
    }
  }

  @Property(tries = 200)
  void snapshot_afterAnyChanges_holdsWhatWasPutLast(@ForAll long seed) {
    Random random = new Random(seed);
    List<Put> puts = new ArrayList<>(List.of(new Put()));
    List<AuthoritySnapshot> states = new ArrayList<>(List.of(AuthoritySnapshot.EMPTY));
    for (int i = random.nextInt(12); i >= 0; i--) {
      int from = random.nextInt(4) == 0 ? random.nextInt(states.size()) : states.size() - 1;
      Put put = puts.get(from).copy();
      AuthoritySnapshot.Builder builder = states.get(from).toBuilder().at(i, 2L * i);
      for (int j = random.nextInt(5); j > 0; j--) {
        change(random, put, builder);
      }
      puts.add(put);
      states.add(builder.build());
    }
    for (int i = 0; i < states.size(); i++) {
      assertHolds(states.get(i), puts.get(i));
    }
  }

  private static void change(Random random, Put put, AuthoritySnapshot.Builder builder) {
    EntityId person = PEOPLE.get(random.nextInt(3));
    int number = random.nextInt(6);
    switch (random.nextInt(5)) {
      case 0 -> {
        GrantRecord grant = grant(random, "g" + number, person);
        put.grants.put(grant.id(), grant);
        builder.put(grant);
      }
      case 1 -> {
        ApprovalRecord approval = approval(random, "a" + number, person);
        put.approvals.put(approval.id(), approval);
        builder.put(approval);
      }
      case 2 -> {
        Suspension suspension = new Suspension(person, person, "s", number);
        put.suspensions.put(person, suspension);
        builder.put(suspension);
      }
      case 3 -> {
        put.suspensions.remove(person);
        builder.lift(person);
      }
      default -> {
        Counter counter =
            new Counter("l" + number % 2, person.id(), new TreeMap<>(Map.of(1L, (long) number)));
        put.counters.put(counter.limit() + " " + counter.key(), counter);
        builder.put(counter);
      }
    }
  }

  private static GrantRecord grant(Random random, String id, EntityId holder) {
    EntityId resource = EntityId.of("Doc", "" + random.nextInt(2));
    boolean bound = random.nextBoolean();
    return new GrantRecord(
        id,
        "t" + random.nextInt(2),
        holder,
        PEOPLE.get(random.nextInt(3)),
        holder,
        null,
        new TreeMap<>(bound ? Map.of("resource", resource) : Map.of()),
        0,
        1,
        null,
        GrantRecord.Status.PENDING,
        3,
        random.nextInt(3),
        List.of(),
        List.of(),
        false,
        null);
  }

  private static ApprovalRecord approval(Random random, String id, EntityId person) {
    boolean ofGrant = random.nextInt(4) == 0;
    EntityId resource = EntityId.of("Doc", "" + random.nextInt(2));
    Claim claim =
        new Claim(List.of(person), "read", resource, RecordValue.EMPTY, RecordValue.EMPTY);
    return new ApprovalRecord(
        id,
        "p" + random.nextInt(2),
        "d" + random.nextInt(2),
        person,
        ofGrant ? null : claim,
        ofGrant ? "g1" : null,
        0,
        List.of(),
        null,
        0);
  }

  private static void assertHolds(AuthoritySnapshot state, Put put) {
    assertThat(state.grants()).containsExactlyElementsOf(put.grants.values());
    assertThat(state.approvals()).containsExactlyElementsOf(put.approvals.values());
    assertThat(state.suspensions()).containsExactlyElementsOf(put.suspensions.values());
    assertThat(state.counters()).containsExactlyElementsOf(put.counters.values());
    assertThat(state.hasApprovals()).isEqualTo(!put.approvals.isEmpty());
    assertThat(state.hasSuspensions()).isEqualTo(!put.suspensions.isEmpty());
    put.grants.forEach((id, grant) -> assertThat(state.grant(id)).isSameAs(grant));
    put.approvals.forEach((id, approval) -> assertThat(state.approval(id)).isSameAs(approval));
    for (String grant : List.of("g1", "g2")) {
      assertThat(state.approvalsOfGrant(grant))
          .isEqualTo(approvals(put, a -> grant.equals(a.grant())));
    }
    for (EntityId person : PEOPLE) {
      assertThat(state.grantsOf(person))
          .isEqualTo(put.grants.values().stream().filter(g -> g.holder().equals(person)).toList());
      assertThat(state.isSuspended(person)).isEqualTo(put.suspensions.containsKey(person));
      for (int i = 0; i < 2; i++) {
        String name = "p" + i;
        String digest = "d" + i;
        String template = "t" + i;
        EntityId doc = EntityId.of("Doc", "" + i);
        assertThat(state.approvalsOf(digest))
            .isEqualTo(approvals(put, a -> a.digest().equals(digest)));
        assertThat(state.approvalsOf(name, person, doc))
            .isEqualTo(
                approvals(
                    put, a -> a.approval().equals(name) && by(a, person) && resource(a, doc)));
        assertThat(state.approvalsOf(name, person))
            .isEqualTo(approvals(put, a -> a.approval().equals(name) && by(a, person)));
        assertThat(state.grantsOf(person, template))
            .isEqualTo(
                grants(put, g -> g.holder().equals(person) && g.template().equals(template)));
        assertThat(state.grantsRequestedBy(person, template))
            .isEqualTo(
                grants(put, g -> g.requester().equals(person) && g.template().equals(template)));
        for (EntityId bound : Arrays.asList(doc, null)) {
          assertThat(state.grantsOf(person, template, bound))
              .isEqualTo(
                  grants(
                      put,
                      g ->
                          g.holder().equals(person)
                              && g.template().equals(template)
                              && Objects.equals(g.bound().get("resource"), bound)));
        }
        assertThat(state.isOpenedBy(name, person))
            .isEqualTo(!approvals(put, a -> a.approval().equals(name) && by(a, person)).isEmpty());
        assertThat(state.counter("l" + i, person.id()))
            .isSameAs(put.counters.get("l" + i + " " + person.id()));
      }
    }
  }

  private static List<GrantRecord> grants(Put put, Predicate<GrantRecord> which) {
    return put.grants.values().stream().filter(which).toList();
  }

  private static List<ApprovalRecord> approvals(Put put, Predicate<ApprovalRecord> which) {
    return put.approvals.values().stream().filter(which).toList();
  }

  private static boolean by(ApprovalRecord approval, EntityId person) {
    Claim claim = approval.claim();
    return claim != null && claim.principal().equals(person);
  }

  private static boolean resource(ApprovalRecord approval, EntityId resource) {
    Claim claim = approval.claim();
    return claim != null && claim.resource().equals(resource);
  }
}
