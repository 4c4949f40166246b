package dev.writ.core.authority;

import dev.writ.core.persistent.PersistentMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * The index after some records were put: takes a look-up for each and a copy of the groups that
   * they are in.
   *
   * @param before the records before, by id
   * @param put the records that are put, by id
   * @param idOf the id of a record
   */
  RecordIndex<K, R> with(Map<String, R> before, Map<String, R> put, Function<R, String> idOf) {
    Map<K, SortedMap<String, Optional<R>>> edits = new HashMap<>();
    put.forEach(
        (id, record) -> {
          R old = before.get(id);
          K oldGroup = old == null ? null : group.apply(old);
          if (oldGroup != null) {
            edit(edits, oldGroup, id, Optional.empty());
          }
          K newGroup = group.apply(record);
          if (newGroup != null) {
            edit(edits, newGroup, id, Optional.of(record));
          }
        });
    Map<K, List<R>> lists = new HashMap<>();
    edits.forEach((key, changed) -> lists.put(key, edited(of(key), changed, idOf)));
    return new RecordIndex<>(group, put(lists));
  }

  /** The later of two edits of one id stands. */
  private static <K, R> void edit(
      Map<K, SortedMap<String, Optional<R>>> edits, K key, String id, Optional<R> record) {
    edits.computeIfAbsent(key, k -> new TreeMap<>()).put(id, record);
  }

  /** The list with some records put or, where empty, taken out: the rest is copied as it lies. */
  private static <R> List<R> edited(
      List<R> sorted, SortedMap<String, Optional<R>> edits, Function<R, String> idOf) {
    List<R> all = new ArrayList<>(sorted.size() + edits.size());
    int from = 0;
    for (Map.Entry<String, Optional<R>> edit : edits.entrySet()) {
      int at = search(sorted, edit.getKey(), idOf);
      int end = at < 0 ? -1 - at : at;
      all.addAll(sorted.subList(from, end));
      edit.getValue().ifPresent(all::add);
      from = at < 0 ? end : at + 1;
    }
    all.addAll(sorted.subList(from, sorted.size()));
    return List.copyOf(all);
  }

  /** Where the record of this id stands, or where it would, as {@code -1 - at}. */
  private static <R> int search(List<R> sorted, String id, Function<R, String> idOf) {
    int low = 0;
    int high = sorted.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = idOf.apply(sorted.get(middle)).compareTo(id);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1 - low;
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
