package dev.writ.core.reference;

import dev.writ.core.decision.ReasonCode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why step 1 of a decision denies.
 *
 * @param reason the reason
 * @param place the field or member at fault, or null
 * @param message one sentence on what is wrong with the request, or null
 * @param rules the ids of the declarations that made it deny
 */
record Refusal(
    ReasonCode reason, @Nullable String place, @Nullable String message, List<String> rules) {
  Refusal {
    Objects.requireNonNull(reason, "reason");
    rules = List.copyOf(rules);
  }

  static Refusal of(ReasonCode reason) {
    return new Refusal(reason, null, null, List.of());
  }

  static Refusal invalid(String place, String message) {
    return new Refusal(ReasonCode.INVALID_REQUEST, place, message, List.of());
  }
}
