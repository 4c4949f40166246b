package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds a name for each record and enum of all tools.
 *
 * <p>A type is called by the last word of its place, where all tools that say this word mean the
 * same type by it and nothing else has the name; then they share it. Else the name of the tool
 * stands before it, then the whole place, at last a number behind. The order of tools makes no
 * difference.
 */
final class TypeNaming {
  /**
   * A type that a tool uses.
   *
   * @param tool its name
   * @param words of the place
   * @param shape a record or an enum
   */
  private record Claim(String tool, List<String> words, Shape shape) {
    String name(int level) {
      List<String> words = new ArrayList<>();
      if (level > 0) {
        words.add(tool);
      }
      words.addAll(level < 2 ? last() : this.words);
      return WritNames.typeName(words);
    }

    private List<String> last() {
      return words.isEmpty() ? List.of() : words.subList(words.size() - 1, words.size());
    }
  }

  /**
   * A type that is declared.
   *
   * @param tool whose names stand in it
   * @param shape a record or an enum
   */
  record Declared(String tool, Shape shape) {}

  private final Set<String> taken;
  private final Map<String, Map<String, String>> byTool = new LinkedHashMap<>();
  private final Map<String, TypeNames> names = new HashMap<>();
  private final SortedMap<String, Declared> declared = new TreeMap<>();

  /**
   * @param tools in an order that does not depend on the list
   * @param taken names that types may not have
   */
  TypeNaming(List<McpTool> tools, Set<String> taken) {
    this.taken = new HashSet<>(taken);
    this.taken.addAll(WritNames.BUILT_IN);
    List<Claim> open = new ArrayList<>();
    for (McpTool tool : tools) {
      open.addAll(claims(tool));
    }
    for (int level = 0; level < 3; level++) {
      open = settle(open, level);
    }
    for (Claim claim : open) {
      give(claim, Spellings.free(claim.name(2), this.taken));
    }
  }

  /** The names of the types that a tool uses. */
  TypeNames of(String tool) {
    return names.computeIfAbsent(tool, name -> new TypeNames(byTool.getOrDefault(name, Map.of())));
  }

  /** All types by name. */
  SortedMap<String, Declared> declared() {
    return Collections.unmodifiableSortedMap(declared);
  }

  private static List<Claim> claims(McpTool tool) {
    Map<String, Claim> claims = new LinkedHashMap<>();
    Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    tool.arguments().forEach(field -> collect(tool.name(), field.shape(), seen, claims));
    return List.copyOf(claims.values());
  }

  private static void collect(
      String tool, Shape shape, Set<Shape> seen, Map<String, Claim> claims) {
    if (!seen.add(shape)) {
      return;
    }
    if (shape instanceof RecordShape record) {
      claims.putIfAbsent(shape.key(), new Claim(tool, record.words(), shape));
    } else if (shape instanceof EnumShape list) {
      claims.putIfAbsent(shape.key(), new Claim(tool, list.words(), shape));
    }
    shape.parts().forEach(part -> collect(tool, part, seen, claims));
  }

  /** Gives names of one level to those who agree on them; returns the others. */
  private List<Claim> settle(List<Claim> claims, int level) {
    Map<String, List<Claim>> byName = new LinkedHashMap<>();
    for (Claim claim : claims) {
      byName.computeIfAbsent(claim.name(level), name -> new ArrayList<>()).add(claim);
    }
    List<Claim> open = new ArrayList<>();
    byName.forEach(
        (name, same) -> {
          boolean agreed = same.stream().map(c -> c.shape().key()).distinct().count() == 1;
          if (agreed && taken.add(name)) {
            same.forEach(claim -> give(claim, name));
          } else {
            open.addAll(same);
          }
        });
    return open;
  }

  private void give(Claim claim, String name) {
    byTool
        .computeIfAbsent(claim.tool(), tool -> new LinkedHashMap<>())
        .put(claim.shape().key(), name);
    declared.putIfAbsent(name, new Declared(claim.tool(), claim.shape()));
  }
}
