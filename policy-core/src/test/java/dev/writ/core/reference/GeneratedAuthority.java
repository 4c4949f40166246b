package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.Counter;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Suspension;
import dev.writ.core.authority.Vote;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Limit;
import dev.writ.core.model.ActionDef;
import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * States of authority at random around one request: much is approved and granted, not all of it.
 */
final class GeneratedAuthority {
  private static final long MINUTE = 60_000;
  private static final List<EntityId> VOTERS =
      List.of(
          Realm.ANN,
          Exprs.id("User", "ann2"),
          Realm.BO,
          Realm.CY,
          Realm.CY,
          Realm.DI,
          Realm.DI,
          Realm.BAD,
          Realm.BAD,
          Realm.HELPER);
  private static final List<SortedSet<Integer>> CLAUSES =
      List.of(
          new TreeSet<>(),
          new TreeSet<>(List.of(0)),
          new TreeSet<>(List.of(1)),
          new TreeSet<>(List.of(0, 1)));

  private final Dice dice;
  private final GeneratedWorld world;
  private final Asked asked;
  private final AuthoritySnapshot.Builder state;

  /** On top of the world's own state. */
  GeneratedAuthority(Dice dice, GeneratedWorld world, Asked asked) {
    this.dice = dice;
    this.world = world;
    this.asked = asked;
    this.state = world.state().toBuilder();
  }

  AuthoritySnapshot state() {
    for (Approval declared : world.policies().approvals()) {
      String digest =
          Objects.requireNonNull(Subjects.ofRequest(Realm.SCHEMA, declared, asked), "digest");
      for (int i = dice.of(0, 0, 1, 1, 1, 1, 2); i > 0; i--) {
        state.put(opened("of-" + declared.id() + i, declared, digest, null));
      }
    }
    int number = 0;
    for (GrantTemplate template : world.policies().grants()) {
      for (EntityId holder : asked.members()) {
        for (int i = dice.of(0, 0, 0, 1, 1, 2); i > 0; i--) {
          issue("g" + number++, template, holder);
        }
      }
    }
    if (dice.percent(10) && !world.policies().grants().isEmpty()) {
      crowd(dice.of(asked.members()));
    }
    if (dice.percent(6)) {
      EntityId who = dice.of(Realm.BOT, Realm.ANN, Realm.BO, Realm.SRE);
      state.put(new Suspension(who, Realm.DI, "", world.clock() - MINUTE));
    }
    if (dice.percent(12)) {
      EntityId who = dice.of(Realm.CY, Realm.DI, Realm.SEC);
      state.put(new Suspension(who, Realm.DI, "", world.clock() - MINUTE));
    }
    world.policies().limits().forEach(this::count);
    return state.build();
  }

  private ApprovalRecord opened(
      String id, Approval declared, String digest, @Nullable GrantRecord of) {
    long opened = world.clock() - (1 + dice.below(dice.of(10, 20, 60, 300))) * MINUTE;
    List<Vote> votes =
        new ArrayList<>(dice.some(0, dice.of(0, 1, 3, 5), () -> vote(declared, digest, opened)));
    if (dice.percent(of == null ? 50 : 75)) {
      votes.addAll(assent(declared, digest, opened));
    }
    EntityId requester = of == null ? dice.of(asked.members()) : of.requester();
    return new ApprovalRecord(
        id,
        declared.id(),
        digest,
        dice.percent(93) ? requester : dice.of(Realm.CY, Realm.HELPER),
        of == null ? Matter.claim(asked) : null,
        of == null ? null : of.id(),
        opened,
        votes,
        dice.percent(4) ? Long.valueOf(opened + MINUTE) : null,
        of != null ? 1 : dice.of(0, 0, 0, 0, 0, 1, 1, 2));
  }

  /** A yes of everybody who might be asked, soon after it was opened. */
  private List<Vote> assent(Approval declared, String digest, long opened) {
    List<EntityId> all =
        declared.kind() == Approval.Kind.CONFIRMATION
            ? List.of(asked.request().origin())
            : dice.shuffled(List.of(Realm.BO, Realm.CY, Realm.DI, Realm.ANN));
    List<Vote> votes = new ArrayList<>();
    for (EntityId voter : all) {
      long at = Math.min(world.clock(), opened + (1 + votes.size()) * MINUTE);
      votes.add(new Vote(voter, true, at, null, digest, CLAUSES.get(3), null));
    }
    List<Vote> some = dice.percent(60) ? votes : votes.subList(0, dice.below(votes.size()) + 1);
    return dice.percent(20) ? afterARefusal(some, digest, opened) : some;
  }

  /** The same, the last of whom refused at first. */
  private static List<Vote> afterARefusal(List<Vote> votes, String digest, long opened) {
    EntityId last = votes.get(votes.size() - 1).voter();
    List<Vote> all = new ArrayList<>();
    all.add(new Vote(last, false, opened, null, digest, CLAUSES.get(3), null));
    all.addAll(votes);
    return all;
  }

  private Vote vote(Approval declared, String digest, long opened) {
    boolean consent = declared.kind() == Approval.Kind.CONFIRMATION;
    long at = Math.min(world.clock(), opened + dice.below(dice.of(10, 60, 260)) * MINUTE);
    return new Vote(
        consent && dice.percent(80) ? asked.request().origin() : voter(),
        dice.percent(75),
        dice.percent(98) ? at : opened - MINUTE,
        dice.percent(12) ? Long.valueOf(at + dice.of(0, 1, 1, 30) * MINUTE) : null,
        dice.percent(95) ? digest : "sha256:other",
        dice.of(CLAUSES),
        null);
  }

  /** Sometimes one of those who ask, or an agent. */
  private EntityId voter() {
    return dice.percent(12) ? dice.of(asked.members()) : dice.of(VOTERS);
  }

  private void issue(String id, GrantTemplate template, EntityId holder) {
    List<String> by = new ArrayList<>(template.needs());
    if (dice.percent(15)) {
      by.add(dice.of("one", "two"));
    }
    List<String> opened = by.stream().distinct().map(need -> id + "-" + need).toList();
    GrantRecord grant = record(id, template, holder, dice.percent(95) ? opened : List.of());
    for (Approval declared : world.policies().approvals()) {
      if (by.contains(declared.id()) && dice.percent(97)) {
        String digest = Subjects.ofGrant(declared, grant);
        state.put(opened(id + "-" + declared.id(), declared, digest, grant));
      }
    }
    state.put(grant);
  }

  /** Gives somebody many grants, most of them for something else. */
  private void crowd(EntityId holder) {
    int elsewhere = dice.of(30, 80, 95);
    for (int i = 9 + dice.below(4); i > 0; i--) {
      GrantRecord grant = record("c" + i, dice.of(world.policies().grants()), holder, List.of());
      if (grant.action() != null && dice.percent(elsewhere)) {
        grant = elsewhere(grant);
      }
      state.put(grant);
    }
  }

  private GrantRecord elsewhere(GrantRecord grant) {
    SortedMap<String, Value> bound = new TreeMap<>(grant.bound());
    bound.put(Bindings.RESOURCE, Exprs.id("Service", "elsewhere"));
    return new GrantRecord(
        grant.id(),
        grant.template(),
        grant.holder(),
        grant.requester(),
        grant.origin(),
        grant.action(),
        bound,
        grant.fromMillis(),
        grant.untilMillis(),
        grant.activatedMillis(),
        grant.status(),
        grant.uses(),
        grant.used(),
        grant.approvals(),
        grant.reviews(),
        grant.reviewed(),
        grant.reason());
  }

  private GrantRecord record(
      String id, GrantTemplate template, EntityId holder, List<String> approvals) {
    long from = world.clock() - dice.below(20) * MINUTE + (dice.percent(6) ? 15 * MINUTE : 0);
    return new GrantRecord(
        id,
        template.id(),
        holder,
        dice.percent(90) ? holder : Realm.DI,
        dice.percent(92) ? asked.request().origin() : Realm.CY,
        template.binds() == null
            ? null
            : dice.percent(95) ? asked.action() : dice.of("read", "deploy"),
        bound(template),
        from,
        from + dice.of(10, 30, 30, 60) * MINUTE,
        dice.percent(95) ? Long.valueOf(from + dice.of(-1, 0, 1) * MINUTE) : null,
        dice.percent(90) ? GrantRecord.Status.ACTIVE : dice.of(GrantRecord.Status.values()),
        dice.percent(70) ? template.uses() : dice.of(0, 1, 3),
        dice.of(0, 0, 0, 0, 0, 0, 1, 2),
        approvals,
        List.of(),
        dice.percent(30),
        null);
  }

  private SortedMap<String, Value> bound(GrantTemplate template) {
    GrantTemplate.Binding binding = template.binds();
    ActionDef action = Objects.requireNonNull(Realm.SCHEMA.action(asked.action()), "action");
    if (binding == null) {
      return new TreeMap<>();
    }
    SortedMap<String, Value> bound = Bindings.capture(binding, action, asked);
    if (binding.within() != null ? dice.percent(96) : dice.percent(3)) {
      bound.put(Bindings.WITHIN, dice.percent(95) ? Realm.PAY : Realm.SRE);
    }
    if (dice.percent(5)) {
      bound.put(dice.of("args.env", "facts.digest"), new StringValue("elsewhere"));
    }
    if (dice.percent(5)) {
      bound.remove(dice.of("args.env", "args.ticket", "facts.digest", Bindings.RESOURCE));
    }
    return bound;
  }

  private void count(Limit limit) {
    List<EntityId> entities = new ArrayList<>(asked.members());
    entities.add(Objects.requireNonNull(asked.request().resource(), "resource"));
    boolean forSession = limit.window() instanceof Limit.Window.SessionLife;
    List<String> keys = new ArrayList<>(List.of("s"));
    entities.forEach(entity -> keys.add(entity + (forSession ? " in session s" : "")));
    for (String key : keys) {
      if (dice.percent(60)) {
        TreeMap<Long, Long> buckets = new TreeMap<>();
        for (int i = 1 + dice.below(2); i > 0; i--) {
          long bucket = GeneratedInstants.bucket(dice, limit.window(), world.clock());
          buckets.put(bucket, (long) dice.below(4));
        }
        state.put(new Counter(limit.id(), key, buckets));
      }
    }
  }

  /** The session {@code s} of an origin. */
  static SessionRecord session(Dice dice, EntityId origin) {
    return new SessionRecord(
        "s",
        origin,
        null,
        RecordValue.of(Map.of("mfa", dice.percent(70) ? BoolValue.TRUE : BoolValue.FALSE)),
        dice.percent(40) ? new TreeSet<>(List.of("tainted")) : new TreeSet<>(),
        0);
  }
}
