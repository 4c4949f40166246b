package dev.writ.core.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The step from truth values to an outcome: the only code that decides between permit and deny.
 *
 * <p>An error counts against the requester: what widens needs {@link Truth#TRUE}, what narrows
 * takes effect unless {@link Truth#FALSE}. Every evaluator ends here.
 */
public final class Combination {

  private Combination() {}

  /**
   * What is known of one member of the chain, the principal first.
   *
   * @param human whether its type is human
   * @param delegated whether it has a delegator
   * @param scopes every scope whose types name the member's
   * @param permit the disjunction of the permits
   * @param grant the disjunction of the grants it holds
   */
  public record Member(
      boolean human, boolean delegated, List<Ceiling> scopes, Truth permit, Truth grant) {
    public Member {
      scopes = List.copyOf(scopes);
    }
  }

  /**
   * What is known of one scope for one member.
   *
   * @param applies whether the scope applies to the member
   * @param onlyAsDelegate whether it asks for a delegator
   * @param may the disjunction of all its clauses
   * @param delegate the disjunction of its {@code may as delegate} clauses
   */
  public record Ceiling(Truth applies, boolean onlyAsDelegate, Truth may, Truth delegate) {}

  /**
   * What is decided, and at which member.
   *
   * @param reason the reason, which tells the effect
   * @param member the lowest member that failed, in the steps about members; else 0
   */
  public record Outcome(ReasonCode reason, int member) {}

  /**
   * Decides.
   *
   * @param refusal the reason of the first step (invalid, unavailable, stale, suspended, no
   *     session), or null where it passed
   * @param forbid the disjunction of all forbids on all members
   * @param members the principal and its chain, nearest first, at least one
   * @param limit the disjunction of all limits passed on all members
   */
  public static Outcome decide(
      @Nullable ReasonCode refusal, Truth forbid, List<Member> members, Truth limit) {
    if (refusal != null) {
      return new Outcome(refusal, 0);
    }
    if (forbid != Truth.FALSE) {
      return new Outcome(
          forbid == Truth.TRUE ? ReasonCode.FORBIDDEN : ReasonCode.EVALUATION_ERROR, 0);
    }
    for (int i = 0; i < members.size(); i++) {
      if (!inScope(members.get(i))) {
        return new Outcome(ReasonCode.OUT_OF_SCOPE, i);
      }
    }
    for (int i = 0; i < members.size(); i++) {
      if (!mayAct(members.get(i), i == members.size() - 1)) {
        return new Outcome(i == 0 ? ReasonCode.NO_PERMIT : ReasonCode.DELEGATE_DENIED, i);
      }
    }
    if (members.isEmpty() || limit != Truth.FALSE) {
      return new Outcome(
          members.isEmpty() ? ReasonCode.INVALID_REQUEST : ReasonCode.LIMIT_REACHED, 0);
    }
    return new Outcome(ReasonCode.PERMITTED, 0);
  }

  private static boolean inScope(Member member) {
    boolean bounded = member.human();
    for (Ceiling scope : member.scopes()) {
      if (scope.applies() == Truth.FALSE) {
        continue;
      }
      boolean lacksDelegator = scope.onlyAsDelegate() && !member.delegated();
      if (scope.applies() == Truth.ERROR || lacksDelegator || scope.may() != Truth.TRUE) {
        return false;
      }
      bounded = true;
    }
    return bounded;
  }

  private static boolean mayAct(Member member, boolean last) {
    return member.permit() == Truth.TRUE
        || member.grant() == Truth.TRUE
        || (!last && standsInForDelegator(member));
  }

  private static boolean standsInForDelegator(Member member) {
    boolean some = false;
    for (Ceiling scope : member.scopes()) {
      if (scope.applies() == Truth.FALSE) {
        continue;
      }
      if (scope.delegate() != Truth.TRUE) {
        return false;
      }
      some = true;
    }
    return some;
  }
}
