package dev.writ.core.plan;

import dev.writ.core.ir.Expr;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.core.slice.Attributes;
import dev.writ.core.slice.Pin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A condition taken apart for an index: the attributes that it fixes to constants, and the rest.
 *
 * <p>Where nothing goes wrong the condition is true exactly if each attribute has one of its values
 * and the rest is true, and it is false wherever an attribute has another value or none: one that
 * may be absent counts as fixed only beside a guard that is false then.
 *
 * @param pins the constants by attribute; no constant means that the condition is never true
 * @param rest what is left of the conjunction
 * @param anchors what the rest asks of attributes at least
 */
record Pinned(Map<Expr, Set<Value>> pins, List<Expr> rest, List<AnchorSearch.Found> anchors) {

  private static final int MOST_CHOICES = 16;

  /** Takes a condition apart. */
  static Pinned of(Expr condition, boolean observed, Compiler compiler) {
    return of(condition, Set.of(), observed, compiler);
  }

  /**
   * The same of what a disjunction of the rest chooses from, each where the conjunction is true;
   * empty where that finds one no better.
   */
  List<Pinned> choices(Expr disjunction, boolean observed, Compiler compiler) {
    List<Pinned> choices = new ArrayList<>();
    if (disjunction instanceof Expr.Or or && or.operands().size() <= MOST_CHOICES) {
      for (Expr choice : or.operands()) {
        Pinned pinned = of(choice, Set.copyOf(rest), observed, compiler);
        if (pinned.pins().isEmpty() && pinned.anchors().isEmpty()) {
          return List.of();
        }
        choices.add(pinned);
      }
    }
    return choices;
  }

  private static Pinned of(Expr condition, Set<Expr> around, boolean observed, Compiler compiler) {
    List<Expr> conjuncts = Attributes.conjuncts(condition);
    Set<Expr> guards = new HashSet<>(conjuncts);
    guards.addAll(around);
    Map<Expr, Set<Value>> pins = new LinkedHashMap<>();
    List<Expr> rest = new ArrayList<>();
    for (Expr conjunct : conjuncts) {
      Pin pin = Pin.of(conjunct);
      if (pin != null && isSafe(pin, conjunct, guards, observed, compiler)) {
        Set<Value> before = pins.putIfAbsent(pin.attribute(), pin.values());
        if (before != null) {
          Set<Value> both = new LinkedHashSet<>(before);
          both.retainAll(pin.values());
          pins.put(pin.attribute(), both);
        }
      } else if (!conjunct.equals(Expr.yes())) {
        rest.add(conjunct);
      }
    }
    List<AnchorSearch.Found> anchors =
        new AnchorSearch(compiler)
            .of(rest).stream()
                .filter(found -> isGuarded(found.anchor().attribute(), guards, observed, compiler))
                .toList();
    return new Pinned(pins, rest, anchors);
  }

  private static boolean isSafe(
      Pin pin, Expr conjunct, Set<Expr> guards, boolean observed, Compiler compiler) {
    boolean flag = conjunct instanceof Expr.Member || conjunct instanceof Expr.Not;
    Type type = compiler.node(pin.attribute()).type;
    return (!flag || type == Type.Scalar.BOOL)
        && isGuarded(pin.attribute(), guards, observed, compiler);
  }

  /** Whether the attribute has a value wherever these conditions are not false. */
  private static boolean isGuarded(
      Expr attribute, Set<Expr> guards, boolean observed, Compiler compiler) {
    if (attribute instanceof Expr.Member member) {
      Type of = compiler.node(member.of()).type;
      return isGuarded(member.of(), guards, observed, compiler)
          && (compiler.types().isAlwaysThere(of, member.name())
              || guards.contains(new Expr.Has(member.of(), member.name())));
    }
    if (attribute instanceof Expr.PartOf part) {
      return isGuarded(part.of(), guards, observed, compiler)
          && switch (part.part()) {
            case URL_PORT -> guards.contains(new Expr.Has(part.of(), "port"));
            case COMMAND_FIRST -> guards.contains(new Expr.Has(part.of(), "first"));
            default -> true;
          };
    }
    return attribute instanceof Expr.SourceOfArg
        || (attribute instanceof Expr.Var word && isThere(word.root(), guards, observed));
  }

  private static boolean isThere(Expr.Root root, Set<Expr> guards, boolean observed) {
    return switch (root) {
      case PRINCIPAL, ORIGIN, RESOURCE, ARGS, FACTS -> true;
      case DELEGATOR -> guards.contains(new Expr.HasDelegator());
      // without one a request that something but an observed rule reads it for is refused before
      case SESSION -> !observed;
      case APPROVER, REQUESTER -> false;
    };
  }
}
