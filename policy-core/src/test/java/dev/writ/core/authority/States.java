package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.TestSchema;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Records of authority state for tests. */
final class States {

  static final EntityId BOT = EntityId.of("ops.Agent", "bot");
  static final EntityId ANN = EntityId.of("ops.User", "ann");
  static final EntityId BO = EntityId.of("ops.User", "bo");
  static final EntityId LEDGER = EntityId.of("ops.Service", "ledger");
  static final long TEN = 1_772_445_600_000L;
  static final long MINUTE = 60_000;

  private States() {}

  static SortedMap<String, Value> bound() {
    return new TreeMap<>(
        Map.of("resource", LEDGER, "args.environment", new EnumValue(TestSchema.ENVIRONMENT, 2)));
  }

  static GrantRecord grant() {
    return new GrantRecord(
        "g1",
        "ops.prod_deploy",
        BOT,
        ANN,
        ANN,
        "ops.deploy",
        bound(),
        TEN,
        TEN + 30 * MINUTE,
        null,
        GrantRecord.Status.PENDING,
        1,
        0,
        List.of(),
        List.of(),
        false,
        null);
  }

  /** The grant activated, used and reviewed: nothing that it was asked for changes. */
  static GrantRecord active() {
    GrantRecord g = grant();
    return new GrantRecord(
        g.id(),
        g.template(),
        g.holder(),
        g.requester(),
        g.origin(),
        g.action(),
        g.bound(),
        g.fromMillis(),
        g.untilMillis(),
        TEN + MINUTE,
        GrantRecord.Status.ACTIVE,
        g.uses(),
        1,
        List.of("a1"),
        List.of(vote(BO)),
        true,
        "to ship");
  }

  static Vote vote(EntityId voter) {
    return new Vote(voter, true, TEN + MINUTE, null, "sha256:1f", new TreeSet<>(List.of(0)), "ok");
  }

  static Claim claim() {
    return new Claim(
        List.of(BOT, ANN),
        "ops.deploy",
        LEDGER,
        RecordValue.of(
            Map.of(
                "environment",
                new EnumValue(TestSchema.ENVIRONMENT, 2),
                "ticket",
                new StringValue("OPS-1"))),
        RecordValue.of(Map.of("digest", new StringValue("d1"))));
  }
}
