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
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * States of authority at random around one request: much is approved and granted, not all of it.
 */
final class GeneratedAuthority {
  private static final long MINUTE = 60_000;
  private static final List<EntityId> VOTERS =
      List.of(Realm.ANN, Realm.BO, Realm.CY, Realm.CY, Realm.DI, Realm.DI, Realm.BAD);

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
      if (dice.percent(60)) {
        String digest = Subjects.ofRequest(Realm.SCHEMA, declared, asked);
        state.put(opened("of-" + declared.id(), declared, Objects.requireNonNull(digest), null));
      }
    }
    int number = 0;
    for (GrantTemplate template : world.policies().grants()) {
      for (EntityId holder : asked.members()) {
        if (dice.percent(40)) {
          issue("g" + number++, template, holder);
        }
      }
    }
    if (dice.percent(6)) {
      EntityId who = dice.of(Realm.BOT, Realm.ANN, Realm.BO, Realm.SRE);
      state.put(new Suspension(who, Realm.DI, "", world.clock() - MINUTE));
    }
    world.policies().limits().forEach(this::count);
    return state.build();
  }

  private ApprovalRecord opened(String id, Approval declared, String digest, @Nullable String of) {
    long opened = world.clock() - (1 + dice.below(100)) * MINUTE;
    List<Vote> votes = dice.some(0, 4, () -> vote(declared, digest, opened));
    return new ApprovalRecord(
        id,
        declared.id(),
        digest,
        dice.of(asked.members()),
        of == null ? Matter.claim(asked) : null,
        of,
        opened,
        votes,
        null,
        of != null ? 1 : dice.percent(15) ? 1 : 0);
  }

  private Vote vote(Approval declared, String digest, long opened) {
    boolean consent = declared.kind() == Approval.Kind.CONFIRMATION;
    long at = Math.min(world.clock(), opened + dice.below(110) * MINUTE);
    return new Vote(
        consent && dice.percent(80) ? asked.request().origin() : dice.of(VOTERS),
        dice.percent(93),
        at,
        dice.percent(10) ? Math.min(world.clock(), at + MINUTE) : null,
        dice.percent(95) ? digest : "sha256:other",
        new TreeSet<>(),
        null);
  }

  private void issue(String id, GrantTemplate template, EntityId holder) {
    GrantRecord grant = record(id, template, holder);
    for (String need : template.needs()) {
      Approval declared =
          world.policies().approvals().stream()
              .filter(approval -> approval.id().equals(need))
              .findFirst()
              .orElseThrow();
      String digest = Subjects.ofGrant(declared, grant);
      state.put(opened(id + "-" + need, declared, digest, id));
    }
    state.put(grant);
  }

  private GrantRecord record(String id, GrantTemplate template, EntityId holder) {
    long from = world.clock() - dice.below(20) * MINUTE + (dice.percent(10) ? 5 * MINUTE : 0);
    return new GrantRecord(
        id,
        template.id(),
        holder,
        holder,
        dice.percent(92) ? asked.request().origin() : Realm.CY,
        template.binds() == null ? null : asked.action(),
        bound(template),
        from,
        from + 30 * MINUTE,
        from + MINUTE,
        dice.percent(90) ? GrantRecord.Status.ACTIVE : dice.of(GrantRecord.Status.values()),
        template.uses(),
        dice.percent(85) ? 0 : 1,
        template.needs().stream().map(need -> id + "-" + need).toList(),
        List.of(),
        false,
        null);
  }

  private SortedMap<String, Value> bound(GrantTemplate template) {
    GrantTemplate.Binding binding = template.binds();
    ActionDef action = Objects.requireNonNull(Realm.SCHEMA.action(asked.action()), "action");
    if (binding == null) {
      return new TreeMap<>();
    }
    SortedMap<String, Value> bound = Bindings.capture(binding, action, asked);
    if (binding.within() != null) {
      bound.put(Bindings.WITHIN, Realm.PAY);
    }
    if (dice.percent(8)) {
      bound.put("args.env", new StringValue("elsewhere"));
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
