package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.ActionDef;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds actions that an agent type may do in one scope both by itself, by a permit of its own, and
 * for somebody, by {@code may as delegate}: it can leave the chain out where the person is not
 * permitted. Grants are given one by one, and do not count.
 */
final class OptionalChain implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.OPTIONAL_CHAIN;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    Authority authority = new Authority(set);
    List<Clause> permits =
        set.clauses().stream()
            .filter(each -> each.permits() && each.kind() == Clause.Kind.PERMIT)
            .toList();
    for (Authority.Ceiling delegate : authority.ceilings()) {
      if (delegate.clause().kind() == Clause.Kind.MAY_AS_DELEGATE
          && !delegate.scope().meaning().onlyAsDelegate()) {
        report(delegate, permits, authority, set, found);
      }
    }
  }

  private static void report(
      Authority.Ceiling delegate,
      List<Clause> permits,
      Authority authority,
      LintedSet set,
      Consumer<Diagnostic> found) {
    Map<String, Set<String>> actions = new TreeMap<>();
    Map<String, Clause> byItself = new TreeMap<>();
    for (Case led : delegate.clause().cases()) {
      for (Slot slot : led.slots()) {
        if (!authority.isHuman(slot.principalType()) && isPermittedToPeople(slot, authority, set)) {
          alone(slot, delegate, permits, authority)
              .ifPresent(
                  permit -> {
                    actions
                        .computeIfAbsent(slot.principalType(), agent -> new TreeSet<>())
                        .add(slot.action());
                    byItself.putIfAbsent(slot.principalType(), permit);
                  });
        }
      }
    }
    byItself.forEach(
        (agent, permit) ->
            found.accept(
                warning(delegate.clause(), agent, actions.getOrDefault(agent, Set.of()), permit)));
  }

  private static boolean isPermittedToPeople(Slot slot, Authority authority, LintedSet set) {
    ActionDef action = set.schema().actions().get(slot.action());
    return action != null
        && action.principalTypes().stream()
            .filter(authority::isHuman)
            .anyMatch(
                type -> authority.isPermitted(new Slot(slot.action(), type, slot.resourceType())));
  }

  /** Returns the permit by which the agent acts by itself, a plain clause letting it through. */
  private static Optional<Clause> alone(
      Slot slot, Authority.Ceiling delegate, List<Clause> permits, Authority authority) {
    List<Expr> plain =
        authority.ceilings().stream()
            .filter(each -> each.scope().meaning().id().equals(delegate.scope().meaning().id()))
            .filter(each -> each.clause().kind() == Clause.Kind.MAY)
            .flatMap(each -> conditions(each.clause(), slot).stream())
            .toList();
    return permits.stream()
        .filter(
            permit ->
                conditions(permit, slot).stream()
                    .anyMatch(each -> isPossibleAlone(each, plain, delegate.applies())))
        .findFirst();
  }

  private static boolean isPossibleAlone(Expr permit, List<Expr> plain, Expr applies) {
    Expr without = new Expr.Not(new Expr.HasDelegator());
    return plain.stream().anyMatch(may -> !NeverTrue.of(List.of(permit, may, applies, without)));
  }

  private static List<Expr> conditions(Clause clause, Slot slot) {
    return clause.cases().stream()
        .filter(each -> each.slots().contains(slot))
        .map(Case::condition)
        .toList();
  }

  private static Diagnostic warning(
      Clause delegate, String agent, Collection<String> actions, Clause permit) {
    return delegate
        .text()
        .warning(
            CODE,
            delegate.head().span(),
            Phrases.quote(agent)
                + " may do "
                + Phrases.all(actions)
                + " both for somebody and by itself")
        .withHelp(
            "it can leave the chain out where the person is not permitted: keep one of the two, as"
                + " with `only as delegate`"
                + Phrases.orAllow(CODE))
        .withRelated(
            permit.text().source(), permit.text().name().span(), "by itself it is permitted here");
  }
}
