package dev.writ.core.reference;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.ValueJson;
import dev.writ.core.model.ValueReader;
import org.jspecify.annotations.Nullable;

/** Whether a request may be made in the session that it names. */
final class SessionCheck {

  private SessionCheck() {}

  /** Why it may not, or null: it exists, is of the request's origin, and keeps to the schema. */
  static @Nullable Refusal refuse(
      BoundRequest request, @Nullable SessionRecord session, Schema schema) {
    if (request.session() == null) {
      return null;
    }
    if (session == null) {
      return Refusal.invalid("session", "there is no such session");
    }
    if (!session.origin().equals(request.origin())) {
      return Refusal.invalid("session", "it is the session of another origin");
    }
    return refuse(session.values(), schema);
  }

  /**
   * A session outlives the policy set it was started under, so its fields are held against this.
   */
  private static @Nullable Refusal refuse(RecordValue values, Schema schema) {
    Type.RecordType declared = schema.session() == null ? Type.RecordType.EMPTY : schema.session();
    try {
      RecordValue read =
          new ValueReader(schema, DataLimits.DEFAULT)
              .readRecord(ValueJson.toJson(values), declared, "session");
      return read.equals(values)
          ? null
          : Refusal.invalid("session", "its fields are of other types than are declared");
    } catch (InvalidValueException e) {
      return Refusal.invalid(e.place(), e.reason());
    }
  }
}
