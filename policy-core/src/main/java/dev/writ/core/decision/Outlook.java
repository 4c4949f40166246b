package dev.writ.core.decision;

import java.util.List;
import java.util.OptionalLong;

/**
 * What is worked out about a decision only when somebody asks: how long it holds and what would
 * change it. An implementation is thread-safe and reads nothing but what the decision was made
 * against, so that the answer is the same whenever it is asked for.
 */
public interface Outlook {

  /** Nothing is known. */
  Outlook NONE =
      new Outlook() {
        @Override
        public OptionalLong validUntil() {
          return OptionalLong.empty();
        }

        @Override
        public List<Remedy> remedies() {
          return List.of();
        }

        @Override
        public OptionalLong retryAt() {
          return OptionalLong.empty();
        }

        @Override
        public List<String> because() {
          return List.of();
        }
      };

  /**
   * The earliest instant after now, epoch milliseconds, at which something that the decision rests
   * on changes with all else fixed; empty where nothing does.
   */
  OptionalLong validUntil();

  /** The smallest sets of steps after which the request is permitted, sorted; at most eight. */
  List<Remedy> remedies();

  /**
   * For a denial the earliest instant, epoch milliseconds, at which the request is permitted with
   * all else fixed; empty where waiting does not help or would take too long to find out.
   */
  OptionalLong retryAt();

  /** The sentences that the determining rules give as their reason, in order of the rules. */
  List<String> because();
}
