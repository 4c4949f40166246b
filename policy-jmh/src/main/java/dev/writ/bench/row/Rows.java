package dev.writ.bench.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All rows, by name. */
public final class Rows {
  private static final Map<String, Row> BY_NAME = byName();

  /** Measures something. */
  @FunctionalInterface
  interface Row {
    List<Figure> measure() throws Exception;
  }

  private Rows() {}

  private static Map<String, Row> byName() {
    Map<String, Row> rows = new LinkedHashMap<>();
    rows.put("load", () -> LoadRow.measure(List.of(1_000, 10_000, 100_000)));
    rows.put("hostile-load", LoadRow::measureHostile);
    rows.put("million", MillionRow::measure);
    rows.put("memory", () -> MemoryRow.measure(100_000));
    rows.put("memory-1000000", () -> MemoryRow.measure(1_000_000));
    rows.put("request", RequestRow::measure);
    rows.put("authzen", AuthZenRow::measure);
    rows.put("cache", CacheRow::measure);
    rows.put("threads", ThreadsRow::measure);
    rows.put("cold", ColdRow::measure);
    rows.put("long-text", LongTextRow::measure);
    rows.put("hierarchy", HierarchyRow::measure);
    rows.put("reload-storm", () -> new ReloadStorm(StormPlan.fromProperties()).measure());
    rows.put("revocation-storm", () -> new RevocationStorm(StormPlan.fromProperties()).measure());
    return Collections.unmodifiableMap(rows);
  }

  /** The names of all rows. */
  public static Collection<String> names() {
    return BY_NAME.keySet();
  }

  /**
   * Measures one.
   *
   * @throws IllegalArgumentException if there is none of this name
   * @throws Exception if measuring fails
   */
  public static List<Figure> measure(String name) throws Exception {
    Row row = BY_NAME.get(name);
    if (row == null) {
      throw new IllegalArgumentException("there is no row `" + name + "`, only " + names());
    }
    return row.measure();
  }

  /** The figures as a table in Markdown. */
  public static List<String> table(List<Figure> figures) {
    List<String> lines =
        new ArrayList<>(List.of("| what | measured | target | |", "|---|---|---|---|"));
    figures.forEach(figure -> lines.add(figure.line()));
    return lines;
  }
}
