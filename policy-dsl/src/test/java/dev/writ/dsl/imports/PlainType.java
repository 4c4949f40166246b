package dev.writ.dsl.imports;

import dev.writ.core.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A type in the few words that a schema of Writ and one of Cedar have in common.
 *
 * @param word what kind it is
 * @param fields of a record
 * @param elements of a set or a map, one
 * @param nullable whether null is allowed too
 */
record PlainType(
    String word, SortedMap<String, Field> fields, List<PlainType> elements, boolean nullable) {

  /** A field, and whether it may be absent. */
  record Field(PlainType type, boolean optional) {}

  static PlainType of(String word) {
    return new PlainType(word, new TreeMap<>(), List.of(), false);
  }

  static PlainType record(Map<String, Field> fields) {
    return new PlainType("record", new TreeMap<>(fields), List.of(), false);
  }

  static PlainType holding(String word, PlainType element) {
    return new PlainType(word, new TreeMap<>(), List.of(element), false);
  }

  static PlainType enumOf(List<String> values) {
    return of("enum " + new TreeSet<>(values));
  }

  PlainType orNull() {
    return new PlainType(word, fields, elements, true);
  }

  /** The plain type of one of Writ. */
  static PlainType of(Type type) {
    if (type instanceof Type.RecordType record) {
      SortedMap<String, Field> fields = new TreeMap<>();
      record.fields().forEach(f -> fields.put(f.name(), new Field(of(f.type()), f.optional())));
      return record(fields);
    }
    if (type instanceof Type.EnumType list) {
      return enumOf(list.enumerators().stream().map(Type.Enumerator::spelling).toList());
    }
    if (type instanceof Type.SetType set) {
      return holding("Set", of(set.element()));
    }
    if (type instanceof Type.MapType map) {
      return holding("Map", of(map.value()));
    }
    return of(type.toString());
  }

  /** Where another type differs, a line each: the place, this and the other. */
  List<String> differences(String place, PlainType other) {
    List<String> found = new ArrayList<>();
    if (!word.equals(other.word)) {
      found.add(place + ": " + word + " -> " + other.word);
      return found;
    }
    TreeSet<String> names = new TreeSet<>(fields.keySet());
    names.addAll(other.fields.keySet());
    for (String name : names) {
      found.addAll(differences(place + "." + name, fields.get(name), other.fields.get(name)));
    }
    for (int i = 0; i < Math.min(elements.size(), other.elements.size()); i++) {
      found.addAll(elements.get(i).differences(place + "[]", other.elements.get(i)));
    }
    return found;
  }

  private static List<String> differences(
      String place, @Nullable Field one, @Nullable Field other) {
    if (one == null || other == null) {
      return List.of(place + ": " + (one == null ? "absent -> there" : "there -> absent"));
    }
    List<String> found = new ArrayList<>(one.type().differences(place, other.type()));
    if (one.optional() != other.optional()) {
      found.add(place + ": " + optionality(one) + " -> " + optionality(other));
    }
    return found;
  }

  private static String optionality(Field field) {
    String word = field.optional() ? "optional" : "required";
    return field.type().nullable() ? word + " or null" : word;
  }
}
