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
 *
 * @param behind the outlook
 * @param nowMillis the instant of the decision
 */
record GuardedOutlook(Outlook behind, long nowMillis) implements Outlook {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedOutlook.class);

  private static <T> T guarded(Supplier<T> question, T nothing) {
    try {
      return question.get();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("working out what would change a decision failed", e);
      return nothing;
    }
  }

  @Override
  public OptionalLong validUntil() {
    return guarded(behind::validUntil, OptionalLong.of(nowMillis));
  }

  @Override
  public List<Remedy> remedies() {
    return guarded(behind::remedies, List.of());
  }

  @Override
  public OptionalLong retryAt() {
    return guarded(behind::retryAt, OptionalLong.empty());
  }

  @Override
  public List<String> because() {
    return guarded(behind::because, List.of());
  }
}
