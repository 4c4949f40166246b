package dev.writ.core.plan;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Limit;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Value;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A limit as it speaks in one slice.
 *
 * @param limit the limit
 * @param window over which time it counts
 * @param counts whether a request counts, unless false
 * @param exempt where true the bound does not deny
 * @param amount how much
 * @param key for which entity, or null where for the session
 */
record LimitCode(
    Limit limit, Window window, Node counts, Node exempt, Node amount, @Nullable Node key) {

  /** What the limit makes of one view of the request. */
  LimitUse use(Judge judge, View view) {
    String id = limit.id();
    Truth counted = judge.truth(id, counts, view);
    Truth exempted = judge.truth(id, exempt, view);
    if (counted == Truth.FALSE) {
      return new LimitUse(counted, exempted, OptionalLong.empty(), null);
    }
    OptionalLong units = units(judge.value(id, amount, view));
    return new LimitUse(counted, exempted, units, key(judge, view));
  }

  private static OptionalLong units(@Nullable Value amount) {
    if (amount instanceof IntValue number) {
      return OptionalLong.of(number.value());
    }
    return amount instanceof DecimalValue decimal
        ? OptionalLong.of(decimal.scaled())
        : OptionalLong.empty();
  }

  /** A counter that lives as long as a session is that session's own. */
  private @Nullable String key(Judge judge, View view) {
    SessionRecord session = judge.moment.session;
    if (key == null) {
      return session == null ? null : session.id();
    }
    String entity =
        judge.value(limit.id(), key, view) instanceof EntityId id ? id.toString() : null;
    if (!(limit.window() instanceof Limit.Window.SessionLife)) {
      return entity;
    }
    return entity == null || session == null ? null : entity + " in session " + session.id();
  }
}
