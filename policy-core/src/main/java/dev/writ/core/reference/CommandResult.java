package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import java.util.Objects;
import java.util.function.Function;

/**
 * What came of a command: it was done, or refused with a reason.
 *
 * <p>Immutable.
 *
 * @param <T> what a command yields that was done
 */
public sealed interface CommandResult<T> {

  /**
   * The command was done.
   *
   * @param state the state afterwards; the one before where there was nothing to change
   * @param value what it yields
   */
  record Done<T>(AuthoritySnapshot state, T value) implements CommandResult<T> {
    public Done {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * The command was refused, and nothing changed.
   *
   * @param reason one sentence on why, lowercase, without a full stop
   */
  record Refused<T>(String reason) implements CommandResult<T> {
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The value of a command that was done, after another function; a refusal stays one. */
  default <U> CommandResult<U> then(Function<Done<T>, CommandResult<U>> next) {
    if (this instanceof Done<T> done) {
      return next.apply(done);
    }
    return new Refused<>(((Refused<T>) this).reason());
  }

  /**
   * The command, which must have been done.
   *
   * @throws IllegalStateException if it was refused, with the reason
   */
  default Done<T> orThrow() {
    if (this instanceof Done<T> done) {
      return done;
    }
    throw new IllegalStateException(((Refused<T>) this).reason());
  }
}
