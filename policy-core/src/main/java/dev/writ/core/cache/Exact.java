package dev.writ.core.cache;

import dev.writ.core.model.MapValue;
import dev.writ.core.model.RecordValue;
import dev.writ.core.model.SetValue;
import dev.writ.core.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a value in a key: equal only for values that nobody can tell apart. Sets are
 * equal in any order, but an obligation shows them in the order they were told in.
 */
final class Exact {

  private Exact() {}

  static @Nullable Object of(@Nullable Value value) {
    if (value instanceof SetValue set) {
      List<@Nullable Object> elements = new ArrayList<>(set.elements().size());
      set.elements().forEach(element -> elements.add(of(element)));
      return elements;
    }
    if (value instanceof RecordValue fields) {
      return of(fields.fields());
    }
    return value instanceof MapValue tags ? of(tags.tags()) : value;
  }

  private static Map<String, @Nullable Object> of(SortedMap<String, Value> fields) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    fields.forEach((name, value) -> all.put(name, of(value)));
    return all;
  }
}
