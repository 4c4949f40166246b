package dev.writ.core.ir;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.ObligationDef;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that the declarations of a set name only what is declared. */
final class DeclarationCheck {

  private final PolicySet set;
  private final Problems problems;
  private final ExprCheck exprs;
  private final Set<String> modules;

  DeclarationCheck(PolicySet set, Problems problems) {
    this.set = set;
    this.problems = problems;
    this.exprs = new ExprCheck(set, problems);
    this.modules = set.modules().stream().map(Module::name).collect(Collectors.toSet());
  }

  void check() {
    set.modules().forEach(this::module);
    set.rules().forEach(this::rule);
    set.scopes().forEach(this::scope);
    set.approvals().forEach(this::approval);
    set.grants().forEach(this::grant);
    set.suspends().forEach(this::suspend);
    set.labels().forEach(this::label);
    set.limits().forEach(this::limit);
    set.invariants().forEach(this::invariant);
    set.tools().forEach(this::tool);
  }

  private void module(Module module) {
    problems.in("module", module.name());
    guard(module.guard());
  }

  private void rule(Rule rule) {
    start("rule", rule.id(), rule.module());
    cases(rule.cases());
  }

  private void scope(Scope scope) {
    start("scope", scope.id(), scope.module());
    guard(scope.guard());
    problems.require(!scope.subjects().isEmpty(), "applies to nobody");
    scope.subjects().forEach(this::pattern);
    for (Scope.MayClause clause : scope.clauses()) {
      cases(clause.cases());
    }
  }

  private void approval(Approval approval) {
    start("approval", approval.id(), approval.module());
    fields(approval.ignores());
    Set<Slot> seen = new HashSet<>();
    for (Approval.ApprovalCase each : approval.cases()) {
      slots(each.slots(), seen);
      exprs.check(each.condition());
      quorum(each.quorum());
      each.exclusions().forEach(this::exclusion);
    }
  }

  private void grant(GrantTemplate grant) {
    start("grant", grant.id(), grant.module());
    cases(grant.cases());
    grant.requestedBy().forEach(this::actor);
    grant.revocableBy().forEach(this::actor);
    for (String need : grant.needs()) {
      problems.require(
          exprs.isDeclared(Approval.Kind.APPROVAL, need),
          "the approval `" + need + "` is not declared");
    }
    if (grant.binds() != null) {
      String within = grant.binds().within();
      exprs.entityTypes(within == null ? List.of() : List.of(within));
      fields(grant.binds().fields());
    }
    problems.require(
        grant.emergency() == (grant.review() != null), "a review goes with emergency, and only it");
    if (grant.review() != null) {
      quorum(grant.review().quorum());
      grant.review().exclusions().forEach(this::exclusion);
    }
  }

  private void suspend(Suspend suspend) {
    start("suspend", String.join(", ", suspend.types()), suspend.module());
    exprs.entityTypes(suspend.types());
    suspend.by().forEach(this::actor);
    suspend.liftedBy().forEach(this::actor);
  }

  private void label(Label label) {
    start("label", label.id(), label.module());
    cases(label.cases());
  }

  private void limit(Limit limit) {
    start("limit", limit.id(), limit.module());
    Set<Slot> seen = new HashSet<>();
    for (Limit.LimitCase each : limit.cases()) {
      slots(each.slots(), seen);
      exprs.check(each.counts());
      exprs.check(each.exempt());
      exprs.check(each.amount());
      if (each.key() instanceof Limit.Key.EntityKey key) {
        exprs.check(key.entity());
      }
    }
    if (limit.window() instanceof Limit.Window.Calendar calendar) {
      exprs.zone(calendar.zone());
    }
  }

  private void invariant(Invariant invariant) {
    start("invariant", invariant.id(), invariant.module());
    for (Invariant.InvariantCase each : invariant.cases()) {
      slots(each.slots(), new HashSet<>());
      exprs.check(each.when());
      exprs.check(each.unless());
    }
  }

  private void tool(ToolBinding tool) {
    start("tool", ToolCheck.id(tool), tool.module());
    new ToolCheck(set, tool, problems).check();
  }

  private void start(String kind, String id, String module) {
    problems.in(kind, id);
    problems.require(modules.contains(module), "the module `" + module + "` is not declared");
  }

  private void cases(List<Case> cases) {
    Set<Slot> seen = new HashSet<>();
    for (Case each : cases) {
      slots(each.slots(), seen);
      exprs.check(each.condition());
      each.obligations().forEach(this::obligation);
    }
  }

  private void slots(SortedSet<Slot> slots, Set<Slot> seen) {
    for (Slot slot : slots) {
      problems.require(seen.add(slot), "two cases speak for `" + slot + "`");
      ActionDef action = set.schema().action(slot.action());
      problems.require(
          action != null
              && action.principalTypes().contains(slot.principalType())
              && action.resourceTypes().contains(slot.resourceType()),
          "`" + slot + "` is not declared");
    }
  }

  /** Fields written as {@code args.x} and {@code facts.y}, of some action. */
  private void fields(Set<String> fields) {
    Set<String> declared = new HashSet<>();
    for (ActionDef action : set.schema().actions().values()) {
      action.args().fields().forEach(field -> declared.add("args." + field.name()));
      action.facts().fields().forEach(field -> declared.add("facts." + field.name()));
    }
    for (String field : fields) {
      problems.require(declared.contains(field), "no action declares `" + field + "`");
    }
  }

  private void obligation(ObligationCall call) {
    ObligationDef def = set.schema().obligations().get(call.name());
    problems.require(def != null, "the obligation `" + call.name() + "` is not declared");
    problems.require(
        def == null || def.parameters().size() == call.arguments().size(),
        "the obligation `" + call.name() + "` has another number of parameters");
    call.arguments().forEach(exprs::check);
  }

  private void quorum(Quorum quorum) {
    for (Quorum.Clause clause : quorum.clauses()) {
      Quorum.ForEach forEach = clause.forEach();
      Collection<String> locals = forEach == null ? List.of() : List.of(forEach.local());
      voters(clause);
      if (forEach != null) {
        exprs.check(forEach.set());
      }
      if (clause.membership() != null) {
        clause.membership().groups().forEach(group -> exprs.checkInClause(group, locals));
      }
      if (clause.when() != null) {
        exprs.checkInClause(clause.when(), locals);
      }
    }
  }

  private void voters(Quorum.Clause clause) {
    exprs.entityTypes(clause.types());
    for (String type : clause.types()) {
      var def = set.schema().entityType(type);
      problems.require(def == null || def.human(), "voters of type `" + type + "` are not human");
    }
  }

  private void exclusion(Approval.Exclusion exclusion) {
    exprs.checkWithRequester(exclusion.who());
    exprs.checkWithRequester(exclusion.condition());
  }

  private void actor(Actor actor) {
    pattern(actor.who());
    if (actor.when() != null) {
      exprs.checkWithRequester(actor.when());
    }
  }

  private void pattern(EntityPattern pattern) {
    exprs.entityTypes(pattern.types());
    guard(pattern.id());
    pattern.in().forEach(this::guard);
  }

  private void guard(@Nullable EntityId entity) {
    if (entity != null) {
      exprs.entityTypes(List.of(entity.type()));
    }
  }
}
