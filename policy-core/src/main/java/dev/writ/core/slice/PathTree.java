package dev.writ.core.slice;

import dev.writ.core.ir.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Paths while they are collected: one step a field. */
final class PathTree {

  /** What stands at the end of some fields: an entity, or a record or another value. */
  static final class Step {
    private final SortedMap<String, Step> fields = new TreeMap<>();
    private boolean ancestors;

    /** The field is read. */
    Step field(String name) {
      return fields.computeIfAbsent(name, n -> new Step());
    }

    /** What it is in is asked. */
    void asked() {
      ancestors = true;
    }
  }

  private final Map<Expr, Step> starts = new LinkedHashMap<>();

  /** The step that starts here. */
  Step from(Expr start) {
    return starts.computeIfAbsent(start, s -> new Step());
  }

  /** Every path, sorted by its place. */
  List<EntityPath> paths() {
    List<EntityPath> paths = new ArrayList<>();
    starts.forEach((start, step) -> add(start, List.of(), step, paths));
    paths.sort(Comparator.comparing(EntityPath::place));
    return List.copyOf(paths);
  }

  private static void add(Expr start, List<String> fields, Step step, List<EntityPath> paths) {
    if (step.ancestors || !step.fields.isEmpty()) {
      paths.add(new EntityPath(start, fields, new TreeSet<>(step.fields.keySet()), step.ancestors));
    }
    step.fields.forEach(
        (name, below) -> {
          List<String> longer = new ArrayList<>(fields);
          longer.add(name);
          add(start, longer, below, paths);
        });
  }
}
