package dev.writ.core.decision;

import java.util.List;

/**
 * Section 5 of the language reference once more, for comparison: written from its text alone, in
 * whole numbers and masks of members, and sharing no code with what it is compared to.
 *
 * <p>A truth value is 0 for false, 1 for true, 2 for error. A scope is four of them in a row: does
 * it apply, is it {@code only as delegate}, has it a {@code may} clause that is true, has it a
 * {@code may as delegate} clause that is true. A member is: is it human, permits, grants, scopes.
 */
final class SectionFiveTable {
  static final int NO = 0;
  static final int YES = 1;
  static final int ERR = 2;

  private SectionFiveTable() {}

  /** One member: {@code {human, permit, grant}} and its scopes, four numbers each. */
  record Row(int human, int permit, int grant, List<int[]> scopes) {}

  /**
   * The reason and the member, as {@code "out_of_scope@1"}; steps that are not about members are at
   * 0.
   */
  static String expected(int forbids, Row[] chain, int limits) {
    if (forbids == YES) {
      return "forbidden@0";
    }
    if (forbids == ERR) {
      return "evaluation_error@0";
    }
    int outOfScope = 0;
    int unowned = 0;
    for (int i = 0, bit = 1; i < chain.length; i++, bit <<= 1) {
      boolean hasDelegator = i < chain.length - 1;
      outOfScope |= scopesLet(chain[i], hasDelegator) ? 0 : bit;
      unowned |= owns(chain[i], hasDelegator) ? 0 : bit;
    }
    if (outOfScope != 0) {
      return "out_of_scope@" + Integer.numberOfTrailingZeros(outOfScope);
    }
    if (unowned != 0) {
      int lowest = Integer.numberOfTrailingZeros(unowned);
      return (lowest == 0 ? "no_permit@" : "delegate_denied@") + lowest;
    }
    return limits == NO ? "permitted@0" : "limit_reached@0";
  }

  /**
   * "every scope that applies to it must have a may clause TRUE on R(i), and a member that is not
   * human needs at least one scope that applies"; "where it or its guard is ERROR the step denies";
   * "under a scope that says only as delegate each member it applies to that has no delegator is
   * out_of_scope".
   */
  private static boolean scopesLet(Row member, boolean hasDelegator) {
    int applying = 0;
    int unknown = 0;
    int satisfied = 0;
    for (int[] scope : member.scopes) {
      boolean needsDelegator = scope[1] == YES;
      applying += scope[0] == YES ? 1 : 0;
      unknown += scope[0] == ERR ? 1 : 0;
      satisfied += scope[0] == YES && scope[2] == YES && (hasDelegator || !needsDelegator) ? 1 : 0;
    }
    return unknown == 0 && satisfied == applying && member.human + applying > 0;
  }

  /**
   * "a permit TRUE on R(i), or a grant it holds that covers R(i); or, if it is not the last and at
   * least one scope applies to it, a clause may as delegate TRUE on R(i) in every scope that
   * applies".
   */
  private static boolean owns(Row member, boolean hasDelegator) {
    int applying = 0;
    int standingIn = 0;
    for (int[] scope : member.scopes) {
      applying += scope[0] == YES ? 1 : 0;
      standingIn += scope[0] == YES && scope[3] == YES ? 1 : 0;
    }
    boolean delegates = hasDelegator && applying >= 1 && standingIn == applying;
    return member.permit == YES || member.grant == YES || delegates;
  }
}
