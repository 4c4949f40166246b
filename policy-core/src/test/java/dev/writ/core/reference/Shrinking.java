package dev.writ.core.reference;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Rule;
import dev.writ.core.ir.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a world in which something fails smaller, as long as it still fails. */
final class Shrinking {
  private final Predicate<GeneratedWorld> fails;

  private Shrinking(Predicate<GeneratedWorld> fails) {
    this.fails = fails;
  }

  /** A world that still fails and none of whose simpler neighbours does. */
  static GeneratedWorld of(GeneratedWorld world, Predicate<GeneratedWorld> fails) {
    return new Shrinking(fails).shrink(world);
  }

  private GeneratedWorld shrink(GeneratedWorld world) {
    for (GeneratedWorld simpler : simpler(world)) {
      if (fails.test(simpler)) {
        return shrink(simpler);
      }
    }
    return world;
  }

  private static List<GeneratedWorld> simpler(GeneratedWorld world) {
    List<GeneratedWorld> all = new ArrayList<>();
    PolicySet set = world.policies();
    if (world.state() != AuthoritySnapshot.EMPTY) {
      all.add(world.with(AuthoritySnapshot.EMPTY));
    }
    if (!world.request().chain().isEmpty()) {
      all.add(world.with(world.request().onBehalfOf(List.of())));
    }
    if (set.approvals().size() + set.grants().size() + set.labels().size() + set.limits().size()
        > 0) {
      all.add(world.with(with(set, set.rules(), set.scopes(), false)));
    }
    for (List<Rule> rules : halves(set.rules())) {
      all.add(world.with(with(set, rules)));
    }
    without(set.rules()).forEach(rules -> all.add(world.with(with(set, rules))));
    without(set.scopes())
        .forEach(scopes -> all.add(world.with(with(set, set.rules(), scopes, true))));
    for (int i = 0; i < set.rules().size(); i++) {
      for (Rule rule : simpler(set.rules().get(i))) {
        List<Rule> rules = new ArrayList<>(set.rules());
        rules.set(i, rule);
        all.add(world.with(with(set, rules)));
      }
    }
    return all;
  }

  private static <T> List<List<T>> halves(List<T> all) {
    int middle = all.size() / 2;
    return all.size() < 4
        ? List.of()
        : List.of(all.subList(0, middle), all.subList(middle, all.size()));
  }

  private static <T> List<List<T>> without(List<T> all) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<T> fewer = new ArrayList<>(all);
      fewer.remove(i);
      lists.add(fewer);
    }
    return lists;
  }

  private static List<Rule> simpler(Rule rule) {
    List<Rule> simpler = new ArrayList<>();
    if (rule.cases().size() > 1) {
      rule.cases().forEach(text -> simpler.add(with(rule, List.of(text))));
    }
    for (int i = 0; i < rule.cases().size(); i++) {
      Case text = rule.cases().get(i);
      List<Case> others = new ArrayList<>(rule.cases());
      if (!text.obligations().isEmpty()) {
        others.set(i, new Case(text.slots(), text.condition(), List.of()));
        simpler.add(with(rule, List.copyOf(others)));
      }
      for (Expr condition : simpler(text.condition())) {
        others.set(i, new Case(text.slots(), condition, text.obligations()));
        simpler.add(with(rule, List.copyOf(others)));
      }
    }
    return simpler;
  }

  private static List<Expr> simpler(Expr condition) {
    List<Expr> simpler = new ArrayList<>();
    if (condition instanceof Expr.And and) {
      without(and.operands()).forEach(operands -> simpler.add(new Expr.And(operands)));
    }
    if (condition instanceof Expr.Or or) {
      without(or.operands()).forEach(operands -> simpler.add(new Expr.Or(operands)));
    }
    if (condition instanceof Expr.And
        || condition instanceof Expr.Or
        || condition instanceof Expr.Not
        || condition instanceof Expr.If) {
      simpler.addAll(ExprChildren.of(condition));
    }
    return simpler;
  }

  private static Rule with(Rule rule, List<Case> cases) {
    return new Rule(
        rule.id(),
        rule.module(),
        rule.effect(),
        rule.observed(),
        cases,
        rule.because(),
        rule.annotations());
  }

  private static PolicySet with(PolicySet set, List<Rule> rules) {
    return with(set, rules, set.scopes(), true);
  }

  private static PolicySet with(
      PolicySet set, List<Rule> rules, List<Scope> scopes, boolean authority) {
    return new PolicySet(
        set.name(),
        set.schema(),
        set.modules(),
        rules,
        scopes,
        authority ? set.approvals() : List.of(),
        authority ? set.grants() : List.of(),
        set.suspends(),
        authority ? set.labels() : List.of(),
        authority ? set.limits() : List.of(),
        set.invariants(),
        set.tools(),
        set.zones());
  }
}
