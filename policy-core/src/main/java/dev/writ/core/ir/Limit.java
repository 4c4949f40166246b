package dev.writ.core.ir;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A bound on how often, or how much, in a window, for each key.
 *
 * @param id the module and the quoted name
 * @param module the module that declares it
 * @param observed whether it is only evaluated and listed
 * @param cases what it counts and for whom, by slot
 * @param most the greatest sum, the current request included: a count, or units of the amount's
 *     type (ten-thousandths of a Decimal)
 * @param window over which time
 * @param annotations notes
 */
public record Limit(
    String id,
    String module,
    boolean observed,
    List<LimitCase> cases,
    long most,
    Window window,
    List<Annotation> annotations) {
  public Limit {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(module, "module");
    Objects.requireNonNull(window, "window");
    cases = List.copyOf(cases);
    annotations = List.copyOf(annotations);
  }

  /**
   * What is counted in some slots.
   *
   * @param slots where
   * @param counts guard, constraints of the head and {@code when}: whether a request counts, unless
   *     false
   * @param exempt {@code unless}: where true the bound does not deny; the use counts all the same
   * @param amount an Int or Decimal, or the constant 1
   * @param key an entity (session, principal, origin, resource or a path), whose text is the
   *     counter's key
   */
  public record LimitCase(SortedSet<Slot> slots, Expr counts, Expr exempt, Expr amount, Key key) {
    public LimitCase {
      slots = Collections.unmodifiableSortedSet(new TreeSet<>(slots));
      Objects.requireNonNull(counts, "counts");
      Objects.requireNonNull(exempt, "exempt");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(key, "key");
    }
  }

  /** For each what a counter is kept. */
  public sealed interface Key {
    /** One counter a session. */
    record SessionKey() implements Key {}

    /** One counter an entity: principal, origin, resource or a path. */
    record EntityKey(Expr entity) implements Key {
      public EntityKey {
        Objects.requireNonNull(entity, "entity");
      }
    }
  }

  /** Over which time a limit counts. */
  public sealed interface Window {
    /** A rolling window, in 60 buckets. */
    record Rolling(long millis) implements Window {
      public Rolling {
        if (millis <= 0) {
          throw new IllegalArgumentException("a window needs a positive length");
        }
      }
    }

    /** The life of the session. */
    record SessionLife() implements Window {}

    /** Since midnight of the day, or of the first of the month, in a zone. */
    record Calendar(boolean month, String zone) implements Window {
      public Calendar {
        Objects.requireNonNull(zone, "zone");
      }
    }
  }
}
