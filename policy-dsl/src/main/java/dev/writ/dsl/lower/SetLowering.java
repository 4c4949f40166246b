package dev.writ.dsl.lower;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Invariant;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.Module;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import dev.writ.core.ir.Suspend;
import dev.writ.core.ir.ToolBinding;
import dev.writ.core.model.Schema;
import dev.writ.dsl.ast.Effect;
import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.ScopeDecl;
import dev.writ.dsl.check.CheckedApproval;
import dev.writ.dsl.check.CheckedCase;
import dev.writ.dsl.check.CheckedGrant;
import dev.writ.dsl.check.CheckedInvariant;
import dev.writ.dsl.check.CheckedLabel;
import dev.writ.dsl.check.CheckedLimit;
import dev.writ.dsl.check.CheckedModule;
import dev.writ.dsl.check.CheckedRule;
import dev.writ.dsl.check.CheckedScope;
import dev.writ.dsl.check.CheckedSink;
import dev.writ.dsl.check.CheckedSuspend;
import dev.writ.dsl.check.CheckedTest;
import dev.writ.dsl.check.CheckedTool;
import dev.writ.dsl.check.Declared;
import dev.writ.dsl.source.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lowers checked declarations, one after another as they come, to a policy set.
 *
 * <p>Not safe for use by several threads at a time.
 */
public final class SetLowering implements CheckedSink {
  private final SortedSet<String> zones = new TreeSet<>();
  private final CaseLowering cases = new CaseLowering(zones);
  private final List<Rule> rules = new ArrayList<>();
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final List<GrantTemplate> grants = new ArrayList<>();
  private final List<Suspend> suspends = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Limit> limits = new ArrayList<>();
  private final List<Invariant> invariants = new ArrayList<>();
  private final List<ToolBinding> tools = new ArrayList<>();
  private final List<CheckedTest> tests = new ArrayList<>();
  private final List<CheckedApproval> checkedApprovals = new ArrayList<>();
  private final List<CheckedGrant> checkedGrants = new ArrayList<>();
  private final SetCost cost;
  private String name = "";
  private @Nullable Schema schema;
  private List<Module> modules = List.of();

  /**
   * Creates a lowering of nothing yet.
   *
   * @param cost how many names and operators one decision may evaluate
   */
  public SetLowering(int cost) {
    this.cost = new SetCost(cost);
  }

  @Override
  public void schema(String setName, Schema declared, Map<String, CheckedModule> checked) {
    name = setName;
    schema = declared;
    modules =
        checked.values().stream()
            .map(module -> new Module(module.name(), module.owner(), module.guard()))
            .toList();
  }

  private void count(Declared<?> declared, List<CheckedCase> checked) {
    checked.forEach(each -> cost.add(declared, each.slot(), each.condition()));
  }

  @Override
  public void rule(CheckedRule checked) {
    count(checked.declared(), checked.cases());
    RuleDecl rule = checked.declared().declaration();
    rules.add(
        new Rule(
            checked.declared().id(),
            checked.declared().module(),
            rule.effect() == Effect.PERMIT ? Rule.RuleEffect.PERMIT : Rule.RuleEffect.FORBID,
            rule.observed(),
            cases.cases(checked.cases()),
            rule.consequence().because() == null ? null : rule.consequence().because().value(),
            Annotations.of(rule.annotations())));
  }

  @Override
  public void scope(CheckedScope checked) {
    checked.clauses().forEach(may -> count(checked.declared(), may.cases()));
    ScopeDecl scope = checked.declared().declaration();
    scopes.add(
        new Scope(
            checked.declared().id(),
            checked.declared().module(),
            checked.subjects().stream().map(GrantLowering::pattern).toList(),
            checked.guard(),
            checked.onlyAsDelegate(),
            checked.clauses().stream()
                .map(may -> new Scope.MayClause(may.asDelegate(), cases.cases(may.cases())))
                .toList(),
            Annotations.of(scope.annotations())));
  }

  @Override
  public void approval(CheckedApproval checked) {
    checkedApprovals.add(checked);
    approvals.add(new ApprovalLowering(cases).approval(checked));
  }

  @Override
  public void grant(CheckedGrant checked) {
    checkedGrants.add(checked);
    count(checked.declared(), checked.cases());
    grants.add(new GrantLowering(cases).grant(checked));
  }

  @Override
  public void suspend(CheckedSuspend checked) {
    GrantLowering actors = new GrantLowering(cases);
    suspends.add(
        new Suspend(
            checked.module(),
            checked.types(),
            actors.actors(checked.by()),
            actors.actors(checked.liftedBy())));
  }

  @Override
  public void label(CheckedLabel checked) {
    count(checked.declared(), checked.cases());
    LabelDecl label = checked.declared().declaration();
    labels.add(
        new Label(
            checked.declared().id(),
            checked.declared().module(),
            cases.cases(checked.cases()),
            Annotations.of(label.annotations())));
  }

  @Override
  public void limit(CheckedLimit checked) {
    checked.cases().forEach(each -> cost.add(checked.declared(), each.slot(), each.condition()));
    limits.add(new LimitLowering(cases, zones).limit(checked));
  }

  private record Stated(Expr when, Expr unless) {}

  @Override
  public void invariant(CheckedInvariant checked) {
    InvariantDecl invariant = checked.declared().declaration();
    SlotGroups<Stated> groups = new SlotGroups<>();
    for (CheckedCase each : checked.cases()) {
      LocalNames locals = new LocalNames();
      Expr when = cases.required(each.condition(), locals);
      groups.add(
          CaseLowering.slot(each.slot()), new Stated(when, cases.unless(each.condition(), locals)));
    }
    invariants.add(
        new Invariant(
            checked.declared().id(),
            checked.declared().module(),
            groups.cases(
                (slots, said) -> new Invariant.InvariantCase(slots, said.when(), said.unless())),
            Annotations.of(invariant.annotations())));
  }

  @Override
  public void tool(CheckedTool checked) {
    tools.add(ToolLowering.tool(checked));
  }

  @Override
  public void test(CheckedTest checked) {
    tests.add(checked);
  }

  /** Returns the tests, by id; they are no part of the policy set. */
  public List<CheckedTest> tests() {
    return List.copyOf(tests);
  }

  /** Reports what shows only in the set as a whole. */
  public void checkWhole(Diagnostics diagnostics) {
    new GrantNeeds(approvals, diagnostics).check(checkedGrants);
    cost.error().ifPresent(diagnostics::add);
    new IgnoredReads(approvals, diagnostics).check(checkedApprovals);
    new GrantCycles(grants, diagnostics).check(checkedGrants);
  }

  /**
   * Returns the policy set of what was lowered so far.
   *
   * @throws NullPointerException if no schema was passed on
   */
  public PolicySet build() {
    return new PolicySet(
        name,
        Objects.requireNonNull(schema, "schema"),
        modules,
        rules,
        scopes,
        approvals,
        grants,
        suspends,
        labels,
        limits,
        invariants,
        tools,
        ZoneTables.of(zones));
  }
}
