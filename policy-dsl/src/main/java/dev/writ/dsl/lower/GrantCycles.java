package dev.writ.dsl.lower;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.dsl.check.CheckedGrant;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks that no grant covers only because a grant of the same template, or on the way, does. */
final class GrantCycles {
  private final Map<String, Set<String>> uses = new TreeMap<>();
  private final Diagnostics diagnostics;

  GrantCycles(List<GrantTemplate> grants, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    for (GrantTemplate grant : grants) {
      Set<String> used = uses.computeIfAbsent(grant.id(), id -> new TreeSet<>());
      grant.cases().stream().map(Case::condition).forEach(condition -> collect(condition, used));
    }
  }

  private static void collect(Expr expr, Set<String> used) {
    if (expr instanceof Expr.Granted granted) {
      used.add(granted.grant());
    }
    ExprChildren.of(expr).forEach(child -> collect(child, used));
  }

  /** Reports each cycle once, at the first of its templates by id. */
  void check(List<CheckedGrant> grants) {
    Map<String, CheckedGrant> byId = new TreeMap<>();
    grants.forEach(grant -> byId.put(grant.declared().id(), grant));
    Set<String> reported = new HashSet<>();
    for (Map.Entry<String, CheckedGrant> grant : byId.entrySet()) {
      List<String> path = new ArrayList<>();
      if (!reported.contains(grant.getKey())
          && leadsTo(grant.getKey(), grant.getKey(), path, new HashSet<>())) {
        reported.addAll(path);
        diagnostics.add(cycle(grant.getValue(), path));
      }
    }
  }

  private boolean leadsTo(String from, String goal, List<String> path, Set<String> seen) {
    path.add(from);
    for (String next : uses.getOrDefault(from, Set.of())) {
      if (next.equals(goal) || (seen.add(next) && leadsTo(next, goal, path, seen))) {
        return true;
      }
    }
    path.remove(path.size() - 1);
    return false;
  }

  private static Diagnostic cycle(CheckedGrant grant, List<String> path) {
    String way = path.size() == 1 ? "" : ": " + String.join(" → ", path) + " → " + path.get(0);
    return Diagnostic.error(
            DiagnosticCode.CYCLIC_GRANT,
            grant.declared().scope().source(),
            grant.declared().nameSpan(),
            "grant `" + grant.declared().name() + "` covers only where it covers already" + way)
        .withHelp("take a `granted` out of one of the conditions");
  }
}
