package dev.writ.core.plan;

/**
 * What of grants and approvals an answer depends on beside what is true, as a number: which members
 * are covered, or which grants are spent.
 */
final class HeldKey {
  /** That there is no such number. */
  static final long NONE = 0;

  private static final int TAG = 3;
  private static final int ENTRY = 21;
  private static final int MEMBERS = 9;
  private static final int MOST = 1 << (ENTRY - MEMBERS);

  private HeldKey() {}

  /**
   * Where nothing is told as spent.
   *
   * @param covered a bit for each member that is covered
   * @param usable whether something that was opened can be used
   */
  static long tried(int covered, boolean usable) {
    return (long) covered << TAG | (usable ? 5 : 1);
  }

  /**
   * A permit that spends nothing.
   *
   * @param usable whether something that was opened can be used
   */
  static long spending(boolean usable) {
    return usable ? 6 : 2;
  }

  /**
   * A permit that spends a grant more, or {@link #NONE}.
   *
   * @param key of the grants before
   * @param covers a bit for each member that the grant covers
   */
  static long with(long key, HeldGrant grant, int covers) {
    GrantText text = grant.text();
    boolean constant = text == null || text.asksConstants();
    int number = grant.code().number() + 1;
    if (key == NONE || !constant || number >= MOST || key >>> (TAG + ENTRY) != 0) {
      return NONE;
    }
    long entry = (long) number << MEMBERS | covers;
    return key >>> TAG == 0 ? key | entry << TAG : key | entry << (TAG + ENTRY);
  }
}
