package dev.writ.core.authority;

import dev.writ.core.model.BoolValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EnumValue;
import dev.writ.core.model.JsonReader;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.StringValue;
import dev.writ.core.model.TestSchema;
import dev.writ.core.model.Value;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Any state is the same after it was written and read. */
class AuthorityProperties {

  @Property(tries = 200)
  void write_thenRead_givesAnyStateBack(@ForAll long seed) throws Exception {
    AuthoritySnapshot state = new Source(new Random(seed)).state();
    String text = JsonWriter.canonical(AuthorityJson.write(state));
    AuthoritySnapshot again = AuthorityJson.read(JsonReader.read(text), TestSchema.SCHEMA);
    AuthorityJsonTest.assertSame(again, state);
  }

  /** Makes states from a seed. */
  private record Source(Random random) {

    AuthoritySnapshot state() {
      AuthoritySnapshot.Builder state = AuthoritySnapshot.builder().at(instant(), instant());
      int size = random.nextInt(4);
      for (int i = 0; i < size; i++) {
        state
            .put(grant(i, size))
            .put(approval(i))
            .put(new Suspension(entity(), entity(), text(), instant()))
            .put(session(i))
            .put(counter());
      }
      return state.build();
    }

    private GrantRecord grant(int i, int size) {
      long from = instant();
      boolean acting = random.nextBoolean();
      return new GrantRecord(
          "g" + i,
          text(),
          entity(),
          entity(),
          entity(),
          acting ? "ops.deploy" : null,
          acting ? bound() : new TreeMap<>(),
          from,
          from + random.nextInt(1_000_000),
          maybe(instant()),
          one(List.of(GrantRecord.Status.values())),
          random.nextInt(3),
          random.nextInt(3),
          List.of("a" + random.nextInt(size)),
          votes(),
          random.nextBoolean(),
          maybe(text()));
    }

    private SortedMap<String, Value> bound() {
      SortedMap<String, Value> bound = new TreeMap<>();
      if (random.nextBoolean()) {
        bound.put("resource", EntityId.of("ops.Service", "s" + text()));
      } else {
        bound.put("within", EntityId.of("ops.System", "s" + text()));
      }
      args().fields().forEach((name, value) -> bound.put("args." + name, value));
      facts().fields().forEach((name, value) -> bound.put("facts." + name, value));
      return bound;
    }

    private RecordValue args() {
      SortedMap<String, Value> args = new TreeMap<>();
      args.put("environment", new EnumValue(TestSchema.ENVIRONMENT, random.nextInt(3)));
      if (random.nextBoolean()) {
        args.put("ticket", new StringValue(text()));
      }
      return new RecordValue(args);
    }

    private RecordValue facts() {
      SortedMap<String, Value> facts = new TreeMap<>();
      if (random.nextBoolean()) {
        facts.put("digest", new StringValue(text()));
      }
      return new RecordValue(facts);
    }

    private ApprovalRecord approval(int i) {
      Claim claim =
          new Claim(
              List.of(entity(), entity()),
              "ops.deploy",
              EntityId.of("ops.Service", "s"),
              args(),
              facts());
      boolean ofGrant = random.nextBoolean();
      return new ApprovalRecord(
          "a" + i,
          text(),
          text(),
          entity(),
          ofGrant ? null : claim,
          ofGrant ? "g" + i : null,
          instant(),
          votes(),
          maybe(instant()),
          random.nextInt(3));
    }

    private List<Vote> votes() {
      return IntStream.range(0, random.nextInt(3)).mapToObj(i -> vote()).toList();
    }

    private Vote vote() {
      TreeSet<Integer> clauses = new TreeSet<>();
      IntStream.range(0, random.nextInt(3)).forEach(clauses::add);
      return new Vote(
          entity(),
          random.nextBoolean(),
          instant(),
          maybe(instant()),
          text(),
          clauses,
          maybe(text()));
    }

    private SessionRecord session(int i) {
      SortedMap<String, Value> values = new TreeMap<>();
      values.put("mfa", random.nextBoolean() ? BoolValue.TRUE : BoolValue.FALSE);
      return new SessionRecord(
          "s" + i,
          entity(),
          i > 0 && random.nextBoolean() ? "s" + (i - 1) : null,
          new RecordValue(values),
          new TreeSet<>(List.of(text())),
          instant());
    }

    private Counter counter() {
      SortedMap<Long, Long> buckets = new TreeMap<>();
      IntStream.range(0, random.nextInt(3))
          .forEach(i -> buckets.put(random.nextLong(), random.nextLong() >>> 1));
      return new Counter(text(), text(), buckets);
    }

    private EntityId entity() {
      return EntityId.of(random.nextBoolean() ? "ops.User" : "ops.Agent", "e" + text());
    }

    private long instant() {
      return random.nextInt(5) == 0 ? random.nextLong() >> 2 : random.nextInt() * 1_000L;
    }

    private String text() {
      return one(List.of("", "a", "b\"", "é", "\uD83D\uDE00", "\n"));
    }

    private <T> T one(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T maybe(T value) {
      return random.nextBoolean() ? value : null;
    }
  }
}
