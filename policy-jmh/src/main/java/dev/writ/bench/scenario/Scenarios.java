package dev.writ.bench.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** All scenarios, by name. Each is made when it is asked for, the same every time. */
public final class Scenarios {
  private static final Map<String, Supplier<Scenario>> BY_NAME = byName();

  private Scenarios() {}

  private static Map<String, Supplier<Scenario>> byName() {
    Map<String, Supplier<Scenario>> all = new LinkedHashMap<>();
    all.put("s1", AbacScenario::make);
    for (int rules : new int[] {100, 1_000, 10_000, 1_000_000}) {
      all.put("s2-" + rules, () -> RoleScenario.make(rules));
    }
    all.put("s3", () -> DriveScenario.make("s3", 50));
    all.put("s4-1000", () -> IamScenario.make("s4-1000", 1_000));
    all.put("s4", () -> IamScenario.make("s4", 10_000));
    all.put("s5-10", () -> AuthorityScenario.make("s5-10", 10));
    all.put("s5", () -> AuthorityScenario.make("s5", 100_000));
    all.put("github", () -> RepositoryScenario.make("github", 50));
    all.put("tinytodo", () -> TodoScenario.make("tinytodo", 50));
    for (HostileScenario.Kind kind : HostileScenario.Kind.values()) {
      for (int rules : new int[] {100, 1_000, 10_000}) {
        all.put(
            "hostile-" + Names.lower(kind) + "-" + rules, () -> HostileScenario.make(kind, rules));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  /** The names, in the order of tables. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** A name and what it is, in some words: {@code s1, 11 rules over attributes}. */
  public static String title(String name) {
    String what =
        switch (name.replaceFirst("-\\d+$", "")) {
          case "s1" -> "11 rules over attributes";
          case "s2" -> size(name, 0) + " permits by role and document";
          case "s3" -> "a shared drive (Cedar, OOPSLA 2024)";
          case "github" -> "repositories (Cedar, OOPSLA 2024)";
          case "tinytodo" -> "lists of tasks (Cedar, OOPSLA 2024)";
          case "s4" -> size(name, 10_000) + " rules like IAM policies";
          case "s5" -> "s1 with " + size(name, 100_000) + " grants";
          default -> "";
        };
    return what.isEmpty() ? name : name + ", " + what;
  }

  private static String size(String name, int usual) {
    int dash = name.lastIndexOf('-');
    int size = dash < 0 ? usual : Integer.parseInt(name.substring(dash + 1));
    return String.format(Locale.ROOT, "%,d", size);
  }

  /** As s4, with this many statements. */
  public static Scenario statements(int count) {
    return IamScenario.make("s4-" + count, count);
  }

  /** As s2, with this many permits. */
  public static Scenario roles(int rules) {
    return RoleScenario.make(rules);
  }

  /** Whether single decisions of a scenario differ so much that their spread is told. */
  public static boolean isSpread(String name) {
    return name.startsWith("s4") || name.startsWith("hostile");
  }

  /**
   * Makes a scenario.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static Scenario make(String name) {
    Supplier<Scenario> maker = BY_NAME.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("there is no scenario `" + name + "`, only " + names());
    }
    return maker.get();
  }
}
