package dev.writ.core.engine;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.ObligationCall;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who carries out which kind of obligation: handlers of the engine, and kinds that the caller
 * declared to support. A name without module means the one declared kind that ends so. Immutable.
 */
final class ObligationKinds {

  private final Map<String, ObligationHandler> handlers;
  private final Set<String> callers;

  ObligationKinds(Map<String, ObligationHandler> handlers, Set<String> callers) {
    this.handlers = Map.copyOf(handlers);
    this.callers = Set.copyOf(callers);
  }

  /** The handlers by the qualified kinds of this set. */
  Map<String, ObligationHandler> handlersIn(PolicySet policies) {
    Map<String, ObligationHandler> found = new HashMap<>();
    handlers.forEach(
        (name, handler) -> meant(name, policies).forEach(kind -> found.putIfAbsent(kind, handler)));
    handlers.forEach(
        (name, handler) -> {
          if (policies.schema().obligations().containsKey(name)) {
            found.put(name, handler);
          }
        });
    return Map.copyOf(found);
  }

  /** Why the set cannot run with these: kinds nobody carries out, names that mean several. */
  List<String> problems(PolicySet policies) {
    List<String> problems = new ArrayList<>();
    Set<String> carriedOut = new TreeSet<>(handlersIn(policies).keySet());
    Set<String> names = new TreeSet<>(handlers.keySet());
    names.addAll(callers);
    for (String name : names) {
      List<String> meant = meant(name, policies);
      if (meant.size() > 1) {
        problems.add("the obligation `" + name + "` means several: " + String.join(", ", meant));
      }
    }
    callers.forEach(name -> carriedOut.addAll(meant(name, policies)));
    for (String kind : used(policies)) {
      if (!carriedOut.contains(kind)) {
        problems.add(
            "nobody carries out the obligation `"
                + kind
                + "`: give the engine a handler, or declare that the caller supports it");
      }
    }
    return problems;
  }

  private static List<String> meant(String name, PolicySet policies) {
    Set<String> declared = policies.schema().obligations().keySet();
    return declared.contains(name)
        ? List.of(name)
        : declared.stream().filter(kind -> kind.endsWith("." + name)).toList();
  }

  /** The kinds that a determining rule may ask for. */
  private static SortedSet<String> used(PolicySet policies) {
    SortedSet<String> used = new TreeSet<>();
    policies.rules().stream()
        .filter(rule -> !rule.observed())
        .map(Rule::cases)
        .forEach(cases -> collect(cases, used));
    policies.grants().stream().map(GrantTemplate::cases).forEach(cases -> collect(cases, used));
    return used;
  }

  private static void collect(List<Case> cases, Set<String> used) {
    for (Case each : cases) {
      each.obligations().stream().map(ObligationCall::name).forEach(used::add);
    }
  }
}
