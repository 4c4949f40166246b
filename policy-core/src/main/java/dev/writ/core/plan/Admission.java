package dev.writ.core.plan;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import dev.writ.core.model.DataLimits;
import dev.writ.core.model.EntityAnswer;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.ValueJson;
import dev.writ.core.model.ValueReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Step 1 of a decision, on a request that is bound. Immutable. */
final class Admission {
  private final Schema schema;
  private final String hash;

  Admission(Schema schema, String hash) {
    this.schema = schema;
    this.hash = hash;
  }

  /** The verdict where the request is refused, or null where it goes on. */
  @Nullable Verdict refuse(Standing standing, Surroundings surroundings) {
    if (standing.invalid != null) {
      return standing.invalid;
    }
    if (surroundings.isUnavailable()) {
      return verdict(ReasonCode.UNAVAILABLE, null, null, List.of());
    }
    return surroundings.isStale()
        ? verdict(ReasonCode.STALE_STATE, null, null, List.of())
        : standing.refused;
  }

  /** The refusal of one who is suspended, or has no session though something asks for one. */
  @Nullable Verdict ofMembers(
      Question question, @Nullable SessionRecord session, AuthoritySnapshot state) {
    if (state.hasSuspensions()) {
      for (Known known : question.known) {
        EntityId member = known.view.principal;
        if (isSuspended(member, question.request.entities(), state)) {
          return verdict(ReasonCode.SUSPENDED, member.toString(), null, List.of());
        }
      }
    }
    return session == null ? withoutSession(question) : null;
  }

  private static boolean isSuspended(
      EntityId member, EntityStore entities, AuthoritySnapshot state) {
    return state.isSuspended(member)
        || !(entities.ancestors(member) instanceof EntityAnswer.Known<Set<EntityId>> above)
        || above.value().stream().anyMatch(state::isSuspended);
  }

  /** The refusal of a session that is none, or another's, or of other fields. */
  @Nullable Verdict ofSession(Question question, @Nullable SessionRecord session) {
    if (question.request.session() == null) {
      return null;
    }
    if (session == null) {
      return invalid("session", "there is no such session");
    }
    return session.origin().equals(question.request.origin())
        ? ofFields(session.values())
        : invalid("session", "it is the session of another origin");
  }

  /** A session outlives the policy set it was started under. */
  private @Nullable Verdict ofFields(RecordValue values) {
    Type.RecordType declared = schema.session() == null ? Type.RecordType.EMPTY : schema.session();
    if (declared.fields().isEmpty() && values.fields().isEmpty()) {
      return null;
    }
    try {
      RecordValue read =
          new ValueReader(schema, DataLimits.DEFAULT)
              .readRecord(ValueJson.toJson(values), declared, "session");
      return read.equals(values)
          ? null
          : invalid("session", "its fields are of other types than are declared");
    } catch (InvalidValueException e) {
      return invalid(e.place(), e.reason());
    }
  }

  private @Nullable Verdict withoutSession(Question question) {
    if (!question.needsSession) {
      return null;
    }
    TreeSet<String> naming = new TreeSet<>();
    for (Known known : question.known) {
      naming.addAll(known.program.needingSession());
    }
    return verdict(ReasonCode.SESSION_REQUIRED, null, null, List.copyOf(naming));
  }

  private Verdict invalid(String place, String message) {
    return verdict(ReasonCode.INVALID_REQUEST, place, message, List.of());
  }

  private Verdict verdict(
      ReasonCode reason, @Nullable String place, @Nullable String message, List<String> rules) {
    return new Verdict(reason, place, message, rules, List.of(), List.of(), List.of(), hash);
  }
}
