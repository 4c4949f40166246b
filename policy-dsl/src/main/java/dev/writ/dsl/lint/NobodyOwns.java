package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.dsl.ast.ActionDecl;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds actions that agents are permitted and no person is: the origin of a chain must be permitted
 * what is done for it, so no person can stand behind them.
 */
final class NobodyOwns implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.NOBODY_OWNS;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    Authority authority = new Authority(set);
    Map<String, Set<String>> byAgents = new TreeMap<>();
    Map<String, Set<String>> byPeople = new TreeMap<>();
    for (Clause clause : set.clauses()) {
      if (clause.permits()) {
        for (Case each : clause.cases()) {
          for (Slot slot : each.slots()) {
            (authority.isHuman(slot.principalType()) ? byPeople : byAgents)
                .computeIfAbsent(slot.action(), action -> new TreeSet<>())
                .add(slot.resourceType());
          }
        }
      }
    }
    byAgents.forEach(
        (action, resources) -> {
          resources.removeAll(byPeople.getOrDefault(action, Set.of()));
          if (!resources.isEmpty()) {
            found.accept(warning(set, action, resources, authority));
          }
        });
  }

  private static Diagnostic warning(
      LintedSet set, String action, Set<String> resources, Authority authority) {
    ActionDef def = set.schema().actions().get(action);
    Set<String> people = new TreeSet<>(def == null ? Set.of() : def.principalTypes());
    people.removeIf(type -> !authority.isHuman(type));
    String what = Phrases.quote(action) + " on " + Phrases.any(resources);
    return set.named(action)
        .as(ActionDecl.class)
        .warning(CODE, "no person can own " + what + ", which is permitted to what is not human")
        .withHelp(
            (people.isEmpty()
                    ? "declare it `by` a human type too, and permit it to people; scopes bound what"
                        + " agents do for them"
                    : "permit "
                        + Phrases.quote(action)
                        + " by "
                        + Phrases.any(people)
                        + "; scopes bound what agents do for them")
                + Phrases.orAllow(CODE));
  }
}
