package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.ValueReader;
import dev.writ.core.reference.CommandResult;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A session as the enforcement point starts it.
 *
 * @param id what names it; a name is used once
 * @param origin the one whose requests may be made in it; the type may be short
 * @param parent the session it is started in, of the same origin, or null
 * @param values the fields that the policy set declares of a session
 */
public record SessionStart(
    String id, EntityId origin, @Nullable String parent, Map<String, Json> values) {

  public SessionStart {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(origin, "origin");
    values = Map.copyOf(values);
  }

  /** A session without parent and fields. */
  public static SessionStart of(String id, EntityId origin) {
    return new SessionStart(id, origin, null, Map.of());
  }

  /** The state with the session in it. */
  CommandResult<SessionRecord> in(Loaded loaded, AuthoritySnapshot state, long nowMillis) {
    Schema schema = loaded.policies().schema();
    try {
      EntityId who = schema.qualified(origin, "origin");
      return in(state, who, values(schema), Math.max(nowMillis, state.latestMillis()));
    } catch (InvalidValueException e) {
      return refused("the session is invalid: " + e.getMessage());
    }
  }

  private RecordValue values(Schema schema) throws InvalidValueException {
    Type.RecordType type = Objects.requireNonNullElse(schema.session(), Type.RecordType.EMPTY);
    return new ValueReader(schema, DataLimits.DEFAULT)
        .readRecord(new Json.Obj(values), type, "session");
  }

  private CommandResult<SessionRecord> in(
      AuthoritySnapshot state, EntityId who, RecordValue read, long nowMillis) {
    SessionRecord known = state.session(id);
    if (known != null) {
      boolean same =
          known.origin().equals(who)
              && Objects.equals(known.parent(), parent)
              && known.values().equals(read);
      return same
          ? new CommandResult.Done<>(state, known)
          : refused("another session has the id `" + id + "`");
    }
    SessionRecord around = parent == null ? null : state.session(parent);
    if (id.isEmpty()) {
      return refused("the id of a session is not empty");
    }
    if (parent != null && (around == null || !around.origin().equals(who))) {
      return refused("no session of this origin is called `" + parent + "`");
    }
    SortedSet<String> labels = around == null ? new TreeSet<>() : around.labels();
    SessionRecord started = new SessionRecord(id, who, parent, read, labels, nowMillis);
    return new CommandResult.Done<>(
        state.toBuilder().at(state.position() + 1, nowMillis).put(started).build(), started);
  }

  private static CommandResult<SessionRecord> refused(String reason) {
    return new CommandResult.Refused<>(reason);
  }
}
