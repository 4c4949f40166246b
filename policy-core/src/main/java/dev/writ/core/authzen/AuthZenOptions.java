package dev.writ.core.authzen;

import dev.writ.core.model.JsonLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How AuthZEN calls are read and answered. Immutable; each method gives other options.
 *
 * @param lenient whether undeclared facts, arguments and properties are dropped and listed; else
 *     they make the request invalid
 * @param adminReasons whether {@code reason_admin} is in the answer, for an enforcement point that
 *     keeps it from users
 * @param accessRequestEndpoint where an access request is handed in, or null where the metadata of
 *     the decision point says it
 * @param accessRequestWindow how long a denial can be answered by an access request
 * @param maxEvaluations how many evaluations a call may hold
 * @param limits how much JSON is read
 */
public record AuthZenOptions(
    boolean lenient,
    boolean adminReasons,
    @Nullable String accessRequestEndpoint,
    Duration accessRequestWindow,
    int maxEvaluations,
    JsonLimits limits) {

  /** Strict, with reasons for administrators, ten minutes, 1,000 evaluations. */
  public static final AuthZenOptions DEFAULT =
      new AuthZenOptions(false, true, null, Duration.ofMinutes(10), 1_000, JsonLimits.DEFAULT);

  public AuthZenOptions {
    Objects.requireNonNull(accessRequestWindow, "accessRequestWindow");
    Objects.requireNonNull(limits, "limits");
    if (maxEvaluations < 1 || accessRequestWindow.isNegative()) {
      throw new IllegalArgumentException("a bound of AuthZEN calls is not positive");
    }
  }

  /** These, lenient or not. */
  public AuthZenOptions lenient(boolean on) {
    return new AuthZenOptions(
        on, adminReasons, accessRequestEndpoint, accessRequestWindow, maxEvaluations, limits);
  }

  /** These, with reasons for administrators or without. */
  public AuthZenOptions adminReasons(boolean on) {
    return new AuthZenOptions(
        lenient, on, accessRequestEndpoint, accessRequestWindow, maxEvaluations, limits);
  }

  /** These, naming where an access request is handed in, an HTTPS URI. */
  public AuthZenOptions accessRequestEndpoint(String uri) {
    return new AuthZenOptions(
        lenient, adminReasons, uri, accessRequestWindow, maxEvaluations, limits);
  }
}
