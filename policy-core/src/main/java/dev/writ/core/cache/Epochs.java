package dev.writ.core.cache;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.model.EntityStore;

/**
 * Numbers pairs of snapshots, so that what was held against a pair need not keep it alive. A number
 * is of one pair; a pair that comes again may get another. Thread-safe.
 */
final class Epochs {
  private volatile Last last = new Last(new Object(), new Object(), 0);

  /** The pair that was asked about last. */
  private record Last(Object entities, Object authority, long number) {
    boolean is(Object someEntities, Object someAuthority) {
      return entities == someEntities && authority == someAuthority;
    }
  }

  /** The number of these two. */
  long of(EntityStore entities, AuthoritySnapshot authority) {
    Last known = last;
    return known.is(entities, authority) ? known.number() : next(entities, authority);
  }

  private synchronized long next(EntityStore entities, AuthoritySnapshot authority) {
    Last known = last;
    if (!known.is(entities, authority)) {
      known = new Last(entities, authority, known.number() + 1);
      last = known;
    }
    return known.number();
  }
}
