package dev.writ.core.authority;

import dev.writ.core.persistent.PersistentMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records in groups, each group sorted by id. Immutable; the next one shares with it the groups
 * that did not change.
 */
final class RecordIndex<K extends Comparable<? super K>, R> {

  private final Function<R, @Nullable K> group;
  private final PersistentMap<K, List<R>> groups;

  private RecordIndex(Function<R, @Nullable K> group, PersistentMap<K, List<R>> groups) {
    this.group = group;
    this.groups = groups;
  }

  /**
   * An index of nothing.
   *
   * @param group the group of a record, or null where it is in none
   */
  static <K extends Comparable<? super K>, R> RecordIndex<K, R> by(Function<R, @Nullable K> group) {
    return new RecordIndex<>(group, PersistentMap.empty());
  }

  /** The records of this group, sorted by id. */
  List<R> of(K key) {
    List<R> records = groups.get(key);
    return records == null ? List.of() : records;
  }

  /**
   * The index after some records were put, in time linear in them and the groups they are in.
   *
   * @param before the records before, by id
   * @param put the records that are put, by id
   * @param idOf the id of a record
   */
  RecordIndex<K, R> with(Map<String, R> before, Map<String, R> put, Function<R, String> idOf) {
    Map<K, SortedMap<String, R>> changed = new HashMap<>();
    put.forEach(
        (id, record) -> {
          R old = before.get(id);
          K oldGroup = old == null ? null : group.apply(old);
          K newGroup = group.apply(record);
          if (oldGroup != null && !oldGroup.equals(newGroup)) {
            sorted(changed, oldGroup, idOf).remove(id);
          }
          if (newGroup != null) {
            sorted(changed, newGroup, idOf).put(id, record);
          }
        });
    Map<K, List<R>> lists = new HashMap<>();
    changed.forEach((key, records) -> lists.put(key, List.copyOf(records.values())));
    return new RecordIndex<>(group, put(lists));
  }

  private SortedMap<String, R> sorted(
      Map<K, SortedMap<String, R>> changed, K key, Function<R, String> idOf) {
    SortedMap<String, R> known = changed.get(key);
    if (known == null) {
      known = new TreeMap<>();
      for (R record : of(key)) {
        known.put(idOf.apply(record), record);
      }
      changed.put(key, known);
    }
    return known;
  }

  private PersistentMap<K, List<R>> put(Map<K, List<R>> lists) {
    if (groups.isEmpty()) {
      return PersistentMap.copyOf(lists);
    }
    PersistentMap<K, List<R>> all = groups;
    for (Map.Entry<K, List<R>> entry : lists.entrySet()) {
      all =
          entry.getValue().isEmpty()
              ? all.without(entry.getKey())
              : all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }
}
