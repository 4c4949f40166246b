package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.ReasonCode;
import dev.writ.core.decision.Verdict;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What an evaluator finds of a request.
 *
 * @param verdict the verdict
 * @param effects what a permit changes once it is authorised; nothing for a denial
 * @param outlook what is worked out when asked for
 */
record Finding(Verdict verdict, Effects effects, Outlook outlook) {
  Finding {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(effects, "effects");
    Objects.requireNonNull(outlook, "outlook");
  }

  /** The same, with the part of the request that is at fault called by another name. */
  Finding placed(UnaryOperator<String> name) {
    String place = verdict.place();
    return place == null || verdict.reason() != ReasonCode.INVALID_REQUEST
        ? this
        : new Finding(verdict.at(name.apply(place)), effects, outlook);
  }

  /** What an authorised request changes in the state of authority. */
  interface Effects {

    /** Nothing. */
    Effects NONE =
        new Effects() {
          @Override
          public boolean matter() {
            return false;
          }

          @Override
          public boolean changeNothing(AuthoritySnapshot state) {
            return true;
          }

          @Override
          public AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis) {
            return state;
          }
        };

    /** Whether a later decision may depend on them, so that a permit is advisory without them. */
    boolean matter();

    /** Whether the state would be the same afterwards. */
    boolean changeNothing(AuthoritySnapshot state);

    /** The state afterwards. */
    AuthoritySnapshot applyTo(AuthoritySnapshot state, long nowMillis);
  }
}
