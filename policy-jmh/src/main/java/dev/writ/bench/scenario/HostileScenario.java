package dev.writ.bench.scenario;

import dev.writ.core.model.Entities;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sets in which every rule has another condition, of a kind that is hard to index: {@code or}
 * across attributes, ranges, globs. One rule in ten forbids. How many rules fit a request does not
 * grow with the set.
 */
final class HostileScenario {
  private static final String DECLARATIONS =
      """
      human entity User { department: String; }
      entity Doc { project: String; }
      action edit by User on Doc with { region: String, amount: Int, path: String };
      """;

  private static final int DOMAIN = 10_000_000;

  /** What makes the rules of a set hard. */
  enum Kind {
    OR("or across three attributes") {
      @Override
      String condition(int rule, int rules) {
        return "principal.department == \"department_%d\" or resource.project == \"project_%d\""
                .formatted(rule, rule)
            + " or args.region == \"region_%d\"".formatted(rule);
      }
    },
    RANGE("ranges of numbers") {
      @Override
      String condition(int rule, int rules) {
        return "args.amount >= %d and args.amount < %d"
            .formatted(low(rule, rules), high(rule, rules));
      }
    },
    GLOB("globs, one in ten with a star in front") {
      @Override
      String condition(int rule, int rules) {
        return rule % 10 == 9
            ? "args.path like \"*.type_%d\"".formatted(rule)
            : "args.path like \"/srv/app_%d/*/logs/*\"".formatted(rule);
      }
    };

    private final String what;

    Kind(String what) {
      this.what = what;
    }

    abstract String condition(int rule, int rules);
  }

  /** Ranges start evenly apart, and some three overlap everywhere. */
  private static int low(int rule, int rules) {
    return (int) ((long) rule * DOMAIN / rules);
  }

  private static int high(int rule, int rules) {
    return low(rule, rules) + (int) (DOMAIN * (0.5 + rule % 6) / rules);
  }

  private static boolean forbids(int rule) {
    return rule % 10 == 3;
  }

  record Edit(String department, String project, String region, int amount, String path) {}

  private final Kind kind;
  private final int rules;
  private final List<Edit> edits = new ArrayList<>();

  private HostileScenario(Kind kind, int rules) {
    this.kind = kind;
    this.rules = rules;
    Draw draw = new Draw(6);
    Zipf zipf = new Zipf(rules);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 4 * rules; i++) {
      numbers.add(i);
    }
    List<Integer> known = numbers.subList(0, rules);
    for (int i = 0; i < Scenario.REQUESTS; i++) {
      edits.add(
          new Edit(
              "department_" + draw.of(numbers),
              "project_" + draw.of(numbers),
              "region_" + (draw.chance(0.2) ? draw.skewed(known, zipf) : draw.of(numbers)),
              draw.below(DOMAIN),
              path(draw)));
    }
  }

  private String path(Draw draw) {
    return "/srv/app_%d/node_%d/%s/file.type_%d"
        .formatted(
            draw.below(rules),
            draw.below(100),
            draw.of("logs", "logs", "data"),
            draw.chance(0.2) ? draw.below(rules) : rules);
  }

  static Scenario make(Kind kind, int rules) {
    HostileScenario data = new HostileScenario(kind, rules);
    List<String> texts = new ArrayList<>();
    for (int rule = 0; rule < rules; rule++) {
      texts.add(
          "%s \"rule %d\" edit by User on Doc when %s;"
              .formatted(forbids(rule) ? "forbid" : "permit", rule, kind.condition(rule, rules)));
    }
    return Scenario.of(
        "hostile-%s-%d".formatted(Names.lower(kind), rules),
        rules + " rules with " + kind.what,
        Policies.of(DECLARATIONS, texts),
        Entities.of(data.entities()),
        data.requests(),
        data.floor(),
        Dialects.NONE);
  }

  private Decider floor() {
    Edit[] ready = edits.toArray(Edit[]::new);
    return switch (kind) {
      case OR -> byWord(ready);
      case RANGE -> byRange(ready);
      case GLOB -> byPath(ready);
    };
  }

  /** The rules' words, by attribute and effect. */
  private Decider byWord(Edit[] ready) {
    Set<String> forbidden = new HashSet<>();
    Set<String> permitted = new HashSet<>();
    for (int rule = 0; rule < rules; rule++) {
      (forbids(rule) ? forbidden : permitted)
          .addAll(List.of("department_" + rule, "project_" + rule, "region_" + rule));
    }
    return number -> !any(forbidden, ready[number]) && any(permitted, ready[number]);
  }

  private static boolean any(Set<String> words, Edit edit) {
    return words.contains(edit.department)
        || words.contains(edit.project)
        || words.contains(edit.region);
  }

  /** The effect from each bound on. */
  private Decider byRange(Edit[] ready) {
    TreeMap<Integer, int[]> changes = new TreeMap<>();
    for (int rule = 0; rule < rules; rule++) {
      int effect = forbids(rule) ? 0 : 1;
      changes.computeIfAbsent(low(rule, rules), bound -> new int[2])[effect]++;
      changes.computeIfAbsent(high(rule, rules), bound -> new int[2])[effect]--;
    }
    int[] bounds = new int[changes.size()];
    boolean[] permits = new boolean[changes.size()];
    int at = 0;
    int forbidding = 0;
    int permitting = 0;
    for (Map.Entry<Integer, int[]> change : changes.entrySet()) {
      forbidding += change.getValue()[0];
      permitting += change.getValue()[1];
      bounds[at] = change.getKey();
      permits[at++] = forbidding == 0 && permitting > 0;
    }
    return number -> {
      int found = Arrays.binarySearch(bounds, ready[number].amount);
      int place = found < 0 ? -found - 2 : found;
      return place >= 0 && permits[place];
    };
  }

  /** The effects, by the words in which the globs differ. */
  private Decider byPath(Edit[] ready) {
    Map<String, Boolean> byApp = new HashMap<>();
    Map<String, Boolean> byType = new HashMap<>();
    for (int rule = 0; rule < rules; rule++) {
      if (rule % 10 == 9) {
        byType.put("type_" + rule, !forbids(rule));
      } else {
        byApp.put("app_" + rule, !forbids(rule));
      }
    }
    return number -> {
      String path = ready[number].path;
      int end = path.indexOf('/', 5);
      Boolean app = path.indexOf("/logs/", end + 1) < 0 ? null : byApp.get(path.substring(5, end));
      if (app != null && !app) {
        return false;
      }
      return app != null || byType.containsKey(path.substring(path.lastIndexOf('.') + 1));
    };
  }

  private List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      entities.add(Entity.of("User", "user_" + i).with("department", edits.get(i).department));
      entities.add(Entity.of("Doc", "doc_" + i).with("project", edits.get(i).project));
    }
    return entities;
  }

  private List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      Edit edit = edits.get(i);
      requests.add(
          Request.of(EntityId.of("User", "user_" + i), "edit", EntityId.of("Doc", "doc_" + i))
              .arg("region", edit.region)
              .arg("amount", edit.amount)
              .arg("path", edit.path));
    }
    return requests;
  }
}
