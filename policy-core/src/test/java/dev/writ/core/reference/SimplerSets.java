package dev.writ.core.reference;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.Approval.ApprovalCase;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.ir.Label;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Quorum;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import java.util.ArrayList;
import java.util.List;

/** The policy sets that lack something of a set: a declaration, a case, a clause, a condition. */
final class SimplerSets {

  private SimplerSets() {}

  static List<PolicySet> of(PolicySet set) {
    List<PolicySet> all = new ArrayList<>();
    Parts parts = Parts.of(set);
    if (set.approvals().size() + set.grants().size() + set.labels().size() + set.limits().size()
        > 0) {
      all.add(
          new Parts(set.rules(), set.scopes(), List.of(), List.of(), List.of(), List.of()).on(set));
    }
    halves(set.rules()).forEach(rules -> all.add(parts.with(rules).on(set)));
    Shrinking.without(set.rules()).forEach(rules -> all.add(parts.with(rules).on(set)));
    Shrinking.without(set.scopes()).forEach(scopes -> all.add(parts.scoped(scopes).on(set)));
    Shrinking.without(set.grants()).forEach(grants -> all.add(parts.granting(grants).on(set)));
    Shrinking.without(set.approvals())
        .forEach(approvals -> all.add(parts.approving(approvals).on(set)));
    Shrinking.without(set.limits()).forEach(limits -> all.add(parts.limiting(limits).on(set)));
    Shrinking.without(set.labels()).forEach(labels -> all.add(parts.labelling(labels).on(set)));
    each(set.rules(), SimplerSets::simpler).forEach(rules -> all.add(parts.with(rules).on(set)));
    each(set.approvals(), SimplerSets::simpler)
        .forEach(approvals -> all.add(parts.approving(approvals).on(set)));
    each(set.grants(), SimplerSets::simpler)
        .forEach(grants -> all.add(parts.granting(grants).on(set)));
    return all;
  }

  private static <T> List<List<T>> halves(List<T> all) {
    int middle = all.size() / 2;
    return all.size() < 4
        ? List.of()
        : List.of(all.subList(0, middle), all.subList(middle, all.size()));
  }

  /** What is simpler than one of something. */
  @FunctionalInterface
  private interface Simpler<T> {
    List<T> than(T one);
  }

  /** The lists in which one is simpler. */
  private static <T> List<List<T>> each(List<T> all, Simpler<T> simpler) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (T other : simpler.than(all.get(i))) {
        List<T> changed = new ArrayList<>(all);
        changed.set(i, other);
        lists.add(changed);
      }
    }
    return lists;
  }

  private static List<Rule> simpler(Rule rule) {
    List<Rule> simpler = new ArrayList<>();
    cases(rule.cases())
        .forEach(
            cases ->
                simpler.add(
                    new Rule(
                        rule.id(),
                        rule.module(),
                        rule.effect(),
                        rule.observed(),
                        cases,
                        rule.because(),
                        rule.annotations())));
    return simpler;
  }

  private static List<List<Case>> cases(List<Case> cases) {
    List<List<Case>> lists = new ArrayList<>();
    if (cases.size() > 1) {
      cases.forEach(text -> lists.add(List.of(text)));
    }
    lists.addAll(each(cases, SimplerSets::simpler));
    return lists;
  }

  private static List<Case> simpler(Case text) {
    List<Case> simpler = new ArrayList<>();
    if (!text.obligations().isEmpty()) {
      simpler.add(new Case(text.slots(), text.condition(), List.of()));
    }
    for (Expr condition : simpler(text.condition())) {
      simpler.add(new Case(text.slots(), condition, text.obligations()));
    }
    return simpler;
  }

  private static List<Expr> simpler(Expr condition) {
    List<Expr> simpler = new ArrayList<>();
    if (!condition.equals(Expr.yes())) {
      simpler.add(Expr.yes());
    }
    if (condition instanceof Expr.And and) {
      Shrinking.without(and.operands()).forEach(operands -> simpler.add(new Expr.And(operands)));
    }
    if (condition instanceof Expr.Or or) {
      Shrinking.without(or.operands()).forEach(operands -> simpler.add(new Expr.Or(operands)));
    }
    if (condition instanceof Expr.And
        || condition instanceof Expr.Or
        || condition instanceof Expr.Not
        || condition instanceof Expr.If) {
      simpler.addAll(ExprChildren.of(condition));
    }
    return simpler;
  }

  private static List<Approval> simpler(Approval a) {
    List<Approval> simpler = new ArrayList<>();
    List<List<ApprovalCase>> lists = new ArrayList<>();
    if (a.cases().size() > 1) {
      a.cases().forEach(text -> lists.add(List.of(text)));
    }
    lists.addAll(each(a.cases(), SimplerSets::simpler));
    for (List<ApprovalCase> cases : lists) {
      simpler.add(
          new Approval(
              a.id(),
              a.module(),
              a.kind(),
              cases,
              a.ignores(),
              a.decideWithinMillis(),
              a.validForMillis(),
              a.uses(),
              a.votesWithReason(),
              a.openForEachPrincipal(),
              a.annotations()));
    }
    return simpler;
  }

  private static List<ApprovalCase> simpler(ApprovalCase text) {
    List<ApprovalCase> simpler = new ArrayList<>();
    for (Expr head : simpler(text.condition())) {
      simpler.add(new ApprovalCase(text.slots(), head, text.quorum(), text.exclusions()));
    }
    for (List<Quorum.Clause> clauses : Shrinking.without(text.quorum().clauses())) {
      Quorum quorum = new Quorum(text.quorum().all(), clauses);
      simpler.add(new ApprovalCase(text.slots(), text.condition(), quorum, text.exclusions()));
    }
    for (List<Approval.Exclusion> fewer : Shrinking.without(text.exclusions())) {
      simpler.add(new ApprovalCase(text.slots(), text.condition(), text.quorum(), fewer));
    }
    return simpler;
  }

  private static List<GrantTemplate> simpler(GrantTemplate g) {
    List<GrantTemplate> simpler = new ArrayList<>();
    Shrinking.without(g.needs()).forEach(needs -> simpler.add(with(g, g.cases(), needs)));
    if (!g.cases().isEmpty()) {
      cases(g.cases()).forEach(cases -> simpler.add(with(g, cases, g.needs())));
    }
    return simpler;
  }

  private static GrantTemplate with(GrantTemplate g, List<Case> cases, List<String> needs) {
    return new GrantTemplate(
        g.id(),
        g.module(),
        g.emergency(),
        cases,
        g.requestedBy(),
        g.requestNeedsReason(),
        g.revocableBy(),
        needs,
        g.binds(),
        g.lastsMillis(),
        g.uses(),
        g.review(),
        g.annotations());
  }

  private record Parts(
      List<Rule> rules,
      List<Scope> scopes,
      List<Approval> approvals,
      List<GrantTemplate> grants,
      List<Label> labels,
      List<Limit> limits) {

    static Parts of(PolicySet set) {
      return new Parts(
          set.rules(), set.scopes(), set.approvals(), set.grants(), set.labels(), set.limits());
    }

    Parts with(List<Rule> others) {
      return new Parts(others, scopes, approvals, grants, labels, limits);
    }

    Parts scoped(List<Scope> others) {
      return new Parts(rules, others, approvals, grants, labels, limits);
    }

    Parts approving(List<Approval> others) {
      return new Parts(rules, scopes, others, grants, labels, limits);
    }

    Parts granting(List<GrantTemplate> others) {
      return new Parts(rules, scopes, approvals, others, labels, limits);
    }

    Parts labelling(List<Label> others) {
      return new Parts(rules, scopes, approvals, grants, others, limits);
    }

    Parts limiting(List<Limit> others) {
      return new Parts(rules, scopes, approvals, grants, labels, others);
    }

    PolicySet on(PolicySet like) {
      return new PolicySet(
          like.name(),
          like.schema(),
          like.modules(),
          rules,
          scopes,
          approvals,
          grants,
          like.suspends(),
          labels,
          limits,
          like.invariants(),
          like.tools(),
          like.zones());
    }
  }
}
