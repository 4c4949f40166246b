package dev.writ.dsl.check;

import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What exists without being declared: types and obligations. */
final class BuiltIn {
  private static final SortedMap<String, Type> TYPES = types();
  private static final SortedMap<String, ObligationDef> OBLIGATIONS = obligations();

  private BuiltIn() {}

  private static SortedMap<String, Type> types() {
    SortedMap<String, Type> types = new TreeMap<>();
    for (Type.Scalar scalar : Type.Scalar.values()) {
      types.put(scalar.toString(), scalar);
    }
    types.put("Path", Type.PathType.ABSOLUTE);
    types.put(Schema.SOURCE.name(), Schema.SOURCE);
    types.put(Schema.WEEKDAY.name(), Schema.WEEKDAY);
    return Collections.unmodifiableSortedMap(types);
  }

  private static SortedMap<String, ObligationDef> obligations() {
    SortedMap<String, ObligationDef> kinds = new TreeMap<>();
    Type.Field text = new Type.Field("text", Type.Scalar.STRING, false, false);
    for (String name : List.of("log", "notify", "alert")) {
      kinds.put(name, new ObligationDef(name, List.of(text)));
    }
    return Collections.unmodifiableSortedMap(kinds);
  }

  /** Returns the built-in types by their word. */
  static SortedMap<String, Type> typesByName() {
    return TYPES;
  }

  /** Returns the words of the built-in types that no declaration may take, {@code Set} included. */
  static boolean isTypeName(String name) {
    return TYPES.containsKey(name) || name.equals("Set") || name.equals("Map");
  }

  /** Returns the built-in obligations by name. */
  static SortedMap<String, ObligationDef> obligationsByName() {
    return OBLIGATIONS;
  }

  /** Returns the names that a type may be spelled with. */
  static Set<String> typeNames() {
    return TYPES.keySet();
  }
}
