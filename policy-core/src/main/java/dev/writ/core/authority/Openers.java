package dev.writ.core.authority;

import dev.writ.core.model.EntityId;
import dev.writ.core.persistent.PersistentMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often who opened which approval or confirmation for a request. Immutable.
 *
 * @param counts by declared approval, then by requester
 */
record Openers(PersistentMap<String, PersistentMap<EntityId, Integer>> counts) {

  static final Openers NONE = new Openers(PersistentMap.empty());

  boolean holds(String approval, EntityId requester) {
    PersistentMap<EntityId, Integer> requesters = counts.get(approval);
    return requesters != null && requesters.containsKey(requester);
  }

  /**
   * The same after some records were put.
   *
   * @param before the records before, by id
   * @param put the records that are put, by id
   */
  Openers with(Map<String, ApprovalRecord> before, Map<String, ApprovalRecord> put) {
    Openers all = this;
    for (Map.Entry<String, ApprovalRecord> entry : put.entrySet()) {
      all = all.counted(before.get(entry.getKey()), -1).counted(entry.getValue(), 1);
    }
    return all;
  }

  private Openers counted(@Nullable ApprovalRecord record, int by) {
    if (record == null || record.grant() != null) {
      return this;
    }
    PersistentMap<EntityId, Integer> known = counts.get(record.approval());
    PersistentMap<EntityId, Integer> requesters = known == null ? PersistentMap.empty() : known;
    Integer held = requesters.get(record.requester());
    int now = (held == null ? 0 : held) + by;
    return new Openers(
        counts.with(
            record.approval(),
            now == 0
                ? requesters.without(record.requester())
                : requesters.with(record.requester(), now)));
  }
}
