package dev.writ.core.authority;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonFields;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.core.model.ValueReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads authority state from JSON ({@link AuthorityJson}). */
final class AuthorityReader {

  private final Schema schema;
  private final ValueReader values;

  AuthorityReader(Schema schema, DataLimits limits) {
    this.schema = schema;
    this.values = new ValueReader(schema, limits);
  }

  AuthoritySnapshot read(Json json) throws InvalidValueException {
    JsonFields fields = JsonFields.of(json, "");
    AuthoritySnapshot.Builder state = AuthoritySnapshot.builder();
    Long latest = fields.optionalInstant("latest");
    state.at(fields.integer("position", 0), latest == null ? 0 : latest);
    unique(fields, "grants", this::grant, GrantRecord::id).forEach(state::put);
    unique(fields, "approvals", this::approval, ApprovalRecord::id).forEach(state::put);
    unique(fields, "suspensions", this::suspension, Suspension::entity).forEach(state::put);
    unique(fields, "sessions", this::session, SessionRecord::id).forEach(state::put);
    unique(fields, "counters", AuthorityReader::counter, c -> List.of(c.limit(), c.key()))
        .forEach(state::put);
    fields.end();
    AuthoritySnapshot snapshot = state.build();
    AuthorityReferences.check(snapshot);
    return snapshot;
  }

  private GrantRecord grant(JsonFields fields) throws InvalidValueException {
    String action = fields.optionalText("action");
    ActionDef declared = action == null ? null : schema.actionNamed(action, fields.place("action"));
    return new GrantRecord(
        fields.text("id"),
        fields.text("template"),
        entity(fields, "holder"),
        entity(fields, "requester"),
        entity(fields, "origin"),
        declared == null ? null : declared.name(),
        bound(fields, declared),
        fields.instant("from"),
        fields.instant("until"),
        fields.optionalInstant("activated"),
        status(fields),
        fields.smallInteger("uses", 0),
        fields.smallInteger("used", 0),
        texts(fields, "approvals"),
        list(fields, "reviews", this::vote),
        fields.bool("reviewed", false),
        fields.optionalText("reason"));
  }

  private static GrantRecord.Status status(JsonFields fields) throws InvalidValueException {
    String word = fields.text("status");
    for (GrantRecord.Status status : GrantRecord.Status.values()) {
      if (status.name().toLowerCase(Locale.ROOT).equals(word)) {
        return status;
      }
    }
    throw new InvalidValueException(
        fields.place("status"),
        "not one of `pending`, `active`, `refused`, `cancelled`, `revoked`");
  }

  private SortedMap<String, Value> bound(JsonFields fields, @Nullable ActionDef action)
      throws InvalidValueException {
    SortedMap<String, Value> bound = new TreeMap<>();
    for (Map.Entry<String, Json> member : fields.members("bound").entrySet()) {
      String place = fields.place("bound") + "[`" + member.getKey() + "`]";
      Type type = action == null ? null : boundType(action, member.getKey());
      if (type == null) {
        throw new InvalidValueException(
            place, "not a part of the action: bind `resource`, `within`, `args.x` or `facts.x`");
      }
      bound.put(member.getKey(), values.read(member.getValue(), type, place));
    }
    return bound;
  }

  private @Nullable Type boundType(ActionDef action, String name) {
    if (name.equals("resource")) {
      return Type.EntityType.of(action.resourceTypes());
    }
    if (name.equals("within")) {
      return Type.EntityType.of(schema.entityTypes().keySet());
    }
    Type.Field field =
        name.startsWith("args.")
            ? action.args().field(name.substring("args.".length()))
            : name.startsWith("facts.")
                ? action.facts().field(name.substring("facts.".length()))
                : null;
    return field == null ? null : field.type();
  }

  private ApprovalRecord approval(JsonFields fields) throws InvalidValueException {
    Json claim = fields.optional("claim");
    return new ApprovalRecord(
        fields.text("id"),
        fields.text("approval"),
        fields.text("digest"),
        entity(fields, "requester"),
        claim == null ? null : claim(JsonFields.of(claim, fields.place("claim"))),
        fields.optionalText("grant"),
        fields.instant("opened"),
        list(fields, "votes", this::vote),
        fields.optionalInstant("vetoed"),
        fields.smallInteger("used", 0));
  }

  private Claim claim(JsonFields fields) throws InvalidValueException {
    ActionDef action = schema.actionNamed(fields.text("action"), fields.place("action"));
    List<EntityId> members = new ArrayList<>();
    for (Json member : fields.items("members")) {
      members.add(entity(member, fields.place("members") + "[" + members.size() + "]"));
    }
    Claim claim =
        new Claim(
            members,
            action.name(),
            entity(fields, "resource"),
            record(fields, "args", action.args()),
            record(fields, "facts", action.facts()));
    fields.end();
    return claim;
  }

  private RecordValue record(JsonFields fields, String name, Type.RecordType type)
      throws InvalidValueException {
    Json json = new Json.Obj(fields.members(name));
    return values.readRecord(json, type, fields.place(name));
  }

  private Vote vote(JsonFields fields) throws InvalidValueException {
    SortedSet<Integer> clauses = new TreeSet<>();
    for (Json clause : fields.items("clauses")) {
      clauses.add(JsonFields.smallInteger(clause, fields.place("clauses")));
    }
    return new Vote(
        entity(fields, "voter"),
        fields.bool("yes"),
        fields.instant("at"),
        fields.optionalInstant("withdrawn"),
        fields.text("digest"),
        clauses,
        fields.optionalText("reason"));
  }

  private Suspension suspension(JsonFields fields) throws InvalidValueException {
    return new Suspension(
        entity(fields, "entity"),
        entity(fields, "by"),
        fields.text("declaration"),
        fields.instant("at"));
  }

  private SessionRecord session(JsonFields fields) throws InvalidValueException {
    Type.RecordType declared = schema.session();
    return new SessionRecord(
        fields.text("id"),
        entity(fields, "origin"),
        fields.optionalText("parent"),
        record(fields, "values", declared == null ? Type.RecordType.EMPTY : declared),
        new TreeSet<>(texts(fields, "labels")),
        fields.instant("started"));
  }

  private static Counter counter(JsonFields fields) throws InvalidValueException {
    SortedMap<Long, Long> buckets = new TreeMap<>();
    String limit = fields.text("limit");
    String key = fields.text("key");
    for (Bucket bucket : list(fields, "buckets", AuthorityReader::bucket)) {
      if (buckets.put(bucket.from(), bucket.amount()) != null) {
        throw new InvalidValueException(fields.place("buckets"), "two start at one instant");
      }
    }
    return new Counter(limit, key, buckets);
  }

  private record Bucket(long from, long amount) {}

  private static Bucket bucket(JsonFields fields) throws InvalidValueException {
    return new Bucket(fields.instant("from"), fields.integer("amount"));
  }

  private EntityId entity(JsonFields fields, String name) throws InvalidValueException {
    return entity(fields.required(name), fields.place(name));
  }

  private EntityId entity(Json json, String place) throws InvalidValueException {
    return schema.qualified(JsonFields.entityId(json, place), place);
  }

  private static List<String> texts(JsonFields fields, String name) throws InvalidValueException {
    List<String> texts = new ArrayList<>();
    for (Json item : fields.items(name)) {
      texts.add(JsonFields.text(item, fields.place(name) + "[" + texts.size() + "]"));
    }
    return texts;
  }

  /** How one kind of record is read. */
  private interface Form<T> {
    T read(JsonFields fields) throws InvalidValueException;
  }

  private static <T> List<T> list(JsonFields fields, String name, Form<T> form)
      throws InvalidValueException {
    List<T> records = new ArrayList<>();
    for (Json item : fields.items(name)) {
      String place = fields.place(name) + "[" + records.size() + "]";
      JsonFields inner = JsonFields.of(item, place);
      try {
        records.add(form.read(inner));
      } catch (IllegalArgumentException e) {
        throw new InvalidValueException(place, String.valueOf(e.getMessage()));
      }
      inner.end();
    }
    return records;
  }

  private static <T> List<T> unique(
      JsonFields fields, String name, Form<T> form, Function<T, Object> key)
      throws InvalidValueException {
    List<T> records = list(fields, name, form);
    Set<Object> keys = new HashSet<>();
    for (T record : records) {
      if (!keys.add(key.apply(record))) {
        throw new InvalidValueException(
            fields.place(name), "`" + key.apply(record) + "` stands twice: leave one out");
      }
    }
    return records;
  }
}
