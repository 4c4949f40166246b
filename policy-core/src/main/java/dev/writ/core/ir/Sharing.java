package dev.writ.core.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules that share what is equal in them: slots, conjuncts, obligations, words. The rules of a
 * large set say much the same, so they take a fraction of the memory. For one thread.
 */
final class Sharing {
  private final Map<Object, Object> known = new HashMap<>();

  /** The same rules. */
  List<Rule> rules(List<Rule> rules) {
    return rules.stream().map(this::rule).toList();
  }

  private Rule rule(Rule rule) {
    List<Case> cases = rule.cases().stream().map(this::text).toList();
    return new Rule(
        rule.id(),
        one(rule.module()),
        rule.effect(),
        rule.observed(),
        cases.size() == 1 ? new SoleCase(cases.get(0)) : cases,
        rule.because() == null ? null : one(rule.because()),
        one(rule.annotations()));
  }

  private Case text(Case text) {
    return new Case(one(text.slots()), condition(text.condition()), one(text.obligations()));
  }

  private Expr condition(Expr condition) {
    if (!(condition instanceof Expr.And and)) {
      return one(condition);
    }
    List<Expr> operands = new ArrayList<>();
    and.operands().forEach(operand -> operands.add(one(operand)));
    return new Expr.And(operands);
  }

  /** The first that is equal. */
  @SuppressWarnings("unchecked") // equal values of one class, or lists and sets of equal ones
  private <T> T one(T value) {
    Object before = known.putIfAbsent(value, value);
    return before == null ? value : (T) before;
  }
}
