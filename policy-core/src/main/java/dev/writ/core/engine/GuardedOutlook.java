package dev.writ.core.engine;

import dev.writ.core.decision.Outlook;
import dev.writ.core.decision.Remedy;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An outlook that never throws: where the one behind it does, it knows nothing, and the decision
 * holds no longer than the instant it was made at.
 */
abstract class GuardedOutlook implements Outlook {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedOutlook.class);

  /** The outlook; may throw. */
  abstract Outlook behind();

  /** As {@link #validUntil}; may throw. */
  OptionalLong findValidUntil() {
    return behind().validUntil();
  }

  /** As {@link #remedies}; may throw. */
  List<Remedy> findRemedies() {
    return behind().remedies();
  }

  /** As {@link #retryAt}; may throw. */
  OptionalLong findRetryAt() {
    return behind().retryAt();
  }

  /** As {@link #because}; may throw. */
  List<String> findBecause() {
    return behind().because();
  }

  /** The instant of the decision. */
  abstract long nowMillis();

  /** This outlook, guarded. */
  static Outlook of(Outlook outlook, long nowMillis) {
    return outlook instanceof GuardedOutlook || outlook.equals(Outlook.NONE)
        ? outlook
        : new Given(outlook, nowMillis);
  }

  private static final class Given extends GuardedOutlook {
    private final Outlook outlook;
    private final long nowMillis;

    Given(Outlook outlook, long nowMillis) {
      this.outlook = outlook;
      this.nowMillis = nowMillis;
    }

    @Override
    Outlook behind() {
      return outlook;
    }

    @Override
    long nowMillis() {
      return nowMillis;
    }
  }

  private static <T> T guarded(Supplier<T> question, T nothing) {
    try {
      return question.get();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("working out what would change a decision failed", e);
      return nothing;
    }
  }

  @Override
  public final OptionalLong validUntil() {
    return guarded(this::findValidUntil, OptionalLong.of(nowMillis()));
  }

  @Override
  public final List<Remedy> remedies() {
    return guarded(this::findRemedies, List.of());
  }

  @Override
  public final OptionalLong retryAt() {
    return guarded(this::findRetryAt, OptionalLong.empty());
  }

  @Override
  public final List<String> because() {
    return guarded(this::findBecause, List.of());
  }
}
