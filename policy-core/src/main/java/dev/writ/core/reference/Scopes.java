package dev.writ.core.reference;

import dev.writ.core.decision.Combination.Ceiling;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.Scope;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Step 3 of a decision: what the scopes that apply to each member say on its view. Their {@code may
 * as delegate} clauses serve step 4.
 *
 * @param byMember the scopes whose types name the member's, by member
 */
record Scopes(List<List<Seen>> byMember) {

  private static final Expr PRINCIPAL = new Expr.Var(Expr.Root.PRINCIPAL);
  private static final Expr RESOURCE = new Expr.Var(Expr.Root.RESOURCE);

  Scopes {
    byMember = List.copyOf(byMember);
  }

  /**
   * A scope as one member meets it.
   *
   * @param id the scope's id
   * @param ceiling what it comes to
   */
  record Seen(String id, Ceiling ceiling) {

    /** Whether this scope keeps the member out. */
    boolean denies(boolean delegated) {
      boolean applies = ceiling.applies() != Truth.FALSE;
      boolean lets =
          ceiling.applies() == Truth.TRUE
              && ceiling.may() == Truth.TRUE
              && (delegated || !ceiling.onlyAsDelegate());
      return applies && !lets;
    }
  }

  static Scopes of(Asked asked, Judge judge, AuthorityFacts authority) {
    return new Scopes(
        IntStream.range(0, asked.members().size())
            .mapToObj(member -> of(member, asked, judge, authority))
            .toList());
  }

  private static List<Seen> of(int member, Asked asked, Judge judge, AuthorityFacts authority) {
    String type = asked.members().get(member).type();
    return judge.world().policies().scopes().stream()
        .filter(scope -> scope.subjects().stream().anyMatch(who -> who.types().contains(type)))
        .map(scope -> new Reading(scope, member, asked, judge, authority).seen())
        .toList();
  }

  /** Whether the scope applies to the member: its {@code for} and the guard of its module. */
  static Truth applies(
      Scope scope, int member, Asked asked, Judge judge, AuthorityFacts authority) {
    return new Reading(scope, member, asked, judge, authority).applies();
  }

  /**
   * Whether the condition of a clause counts: a {@code may as delegate} is false where the member
   * has no delegator, whatever it asks.
   */
  static boolean isHeard(Scope.MayClause clause, Asked asked, int member) {
    return !clause.asDelegate() || asked.view(member).delegator() != null;
  }

  /** The scopes that keep the member out. */
  List<String> denying(int member, boolean delegated) {
    return byMember.get(member).stream()
        .filter(seen -> seen.denies(delegated))
        .map(Seen::id)
        .toList();
  }

  /** The ceilings of a member. */
  List<Ceiling> ceilings(int member) {
    return byMember.get(member).stream().map(Seen::ceiling).toList();
  }

  private record Reading(
      Scope scope, int member, Asked asked, Judge judge, AuthorityFacts authority) {

    Seen seen() {
      judge.trace().open("scope " + scope.id() + " for " + asked.members().get(member));
      Truth applies = applies();
      boolean none = applies == Truth.FALSE;
      List<Truth> clauses =
          IntStream.range(0, scope.clauses().size())
              .mapToObj(position -> none ? Truth.FALSE : clause(position))
              .toList();
      Truth may = clauses.stream().reduce(Truth.FALSE, Truth::or);
      Truth delegate =
          IntStream.range(0, clauses.size())
              .filter(i -> scope.clauses().get(i).asDelegate())
              .mapToObj(clauses::get)
              .reduce(Truth.FALSE, Truth::or);
      judge.trace().close(none ? "does not apply" : may);
      return new Seen(scope.id(), new Ceiling(applies, scope.onlyAsDelegate(), may, delegate));
    }

    /** Its {@code for} and the guard of its module; an error in either is one of both. */
    private Truth applies() {
      Truth names = truth(Patterns.condition(PRINCIPAL, scope.subjects()));
      Truth guard = scope.guard() == null ? Truth.TRUE : truth(Expr.in(RESOURCE, scope.guard()));
      return names == Truth.ERROR || guard == Truth.ERROR ? Truth.ERROR : names.and(guard);
    }

    private Truth clause(int position) {
      Scope.MayClause clause = scope.clauses().get(position);
      Case text = asked.caseOf(clause.cases(), member);
      judge.trace().open((clause.asDelegate() ? "may as delegate #" : "may #") + (position + 1));
      Truth truth =
          text != null && isHeard(clause, asked, member) ? truth(text.condition()) : Truth.FALSE;
      judge.trace().close(truth);
      return truth;
    }

    private Truth truth(Expr condition) {
      return judge.truth(scope.id(), condition, asked.view(member), authority);
    }
  }
}
