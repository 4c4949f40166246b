package dev.writ.core.reference;

import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Limit.LimitCase;
import dev.writ.core.model.DecimalValue;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.IntValue;
import dev.writ.core.model.Value;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a limit makes of one view of the request.
 *
 * @param counts whether the request counts, unless false
 * @param exempt whether {@code unless} lifts the bound; the use counts all the same
 * @param amount how much it counts, in the limit's units; empty where that is an error
 * @param key for what it counts; null where that is an error
 */
record LimitUse(Truth counts, Truth exempt, OptionalLong amount, @Nullable String key) {

  static LimitUse of(
      Limit limit, LimitCase text, Environment view, Judge judge, AuthorityFacts authority) {
    Truth counts = judge.truth(limit.id(), text.counts(), view, authority);
    Truth exempt = judge.truth(limit.id(), text.exempt(), view, authority);
    if (counts == Truth.FALSE) {
      return new LimitUse(counts, exempt, OptionalLong.empty(), null);
    }
    OptionalLong amount =
        judge.value(limit.id(), text.amount(), view, authority) instanceof Result.Found found
            ? units(found.value())
            : OptionalLong.empty();
    return new LimitUse(counts, exempt, amount, key(limit, text, view, judge, authority));
  }

  private static OptionalLong units(Value amount) {
    if (amount instanceof IntValue number) {
      return OptionalLong.of(number.value());
    }
    return amount instanceof DecimalValue decimal
        ? OptionalLong.of(decimal.scaled())
        : OptionalLong.empty();
  }

  private static @Nullable String key(
      Limit limit, LimitCase text, Environment view, Judge judge, AuthorityFacts authority) {
    boolean life = limit.window() instanceof Limit.Window.SessionLife;
    SessionRecord session = view.session();
    if (text.key() instanceof Limit.Key.EntityKey path) {
      String entity = entity(judge.value(limit.id(), path.entity(), view, authority));
      return life ? inSession(entity, session) : entity;
    }
    return session == null ? null : session.id();
  }

  private static @Nullable String entity(Result key) {
    return key instanceof Result.Found found && found.value() instanceof EntityId entity
        ? entity.toString()
        : null;
  }

  /** A counter that lives as long as a session is that session's own. */
  private static @Nullable String inSession(
      @Nullable String entity, @Nullable SessionRecord session) {
    return entity == null || session == null ? null : entity + " in session " + session.id();
  }

  /** Whether it counts for this key. */
  boolean countsFor(String counter) {
    return counts != Truth.FALSE && counter.equals(key);
  }
}
