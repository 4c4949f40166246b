package dev.writ.core.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks that a policy set is whole: everything it names is declared, ids are unique, slots are
 * declared pairs, numbers are in range.
 *
 * <p>A set from the compiler passes. One from elsewhere, a bundle or test code, is checked before
 * it runs. Types of operands are not checked again: an evaluator answers an ill-typed expression
 * with an error, which denies.
 */
public final class PolicySetCheck {

  private final PolicySet set;
  private final Problems problems = new Problems();

  private PolicySetCheck(PolicySet set) {
    this.set = set;
  }

  /**
   * What is wrong with the set, one sentence each; empty for a set that may run.
   *
   * @throws NullPointerException if {@code set} is null
   */
  public static List<String> problems(PolicySet set) {
    PolicySetCheck check = new PolicySetCheck(set);
    check.check();
    return check.problems.found();
  }

  private void check() {
    SchemaCheck.check(set.schema(), problems);
    unique("module", set.modules(), Module::name);
    unique("rule", set.rules(), Rule::id);
    unique("limit", set.limits(), Limit::id);
    unique("invariant", set.invariants(), Invariant::id);
    unique("scope", set.scopes(), Scope::id);
    unique("approval", set.approvals(), Approval::id);
    unique("grant", set.grants(), GrantTemplate::id);
    unique("tool", set.tools(), ToolCheck::id);
    unique("zone", set.zones(), ZoneTable::zone);
    Set<String> rules = new HashSet<>();
    set.rules().forEach(rule -> rules.add(rule.id()));
    for (Limit limit : set.limits()) {
      problems.in("limit", limit.id());
      problems.require(!rules.contains(limit.id()), "a rule has the same id");
    }
    new DeclarationCheck(set, problems).check();
    servers();
  }

  /** A call of a tool that is bound for one server must not fit a binding for any. */
  private void servers() {
    Set<String> ofOne = new HashSet<>();
    set.tools().stream()
        .filter(tool -> tool.server() != null)
        .forEach(tool -> ofOne.add(tool.tool()));
    for (ToolBinding tool : set.tools()) {
      problems.in("tool", ToolCheck.id(tool));
      problems.require(
          tool.server() != null || !ofOne.contains(tool.tool()),
          "bound for any server and for one of them");
    }
  }

  private <T> void unique(String kind, List<T> list, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T each : list) {
      problems.in(kind, id.apply(each));
      problems.require(seen.add(id.apply(each)), "declared twice");
    }
  }
}
