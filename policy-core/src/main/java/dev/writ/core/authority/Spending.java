package dev.writ.core.authority;

import java.util.List;

/**
 * What an authorised request uses up: one use of each.
 *
 * <p>Immutable.
 *
 * @param grants ids of the grants, sorted
 * @param approvals ids of the opened approvals, sorted
 * @param confirmations ids of the opened confirmations, sorted
 */
public record Spending(List<String> grants, List<String> approvals, List<String> confirmations) {

  /** Nothing. */
  public static final Spending NOTHING = new Spending(List.of(), List.of(), List.of());

  public Spending {
    grants = grants.stream().sorted().toList();
    approvals = approvals.stream().sorted().toList();
    confirmations = confirmations.stream().sorted().toList();
  }

  /** Whether nothing is used up. */
  public boolean isNothing() {
    return grants.isEmpty() && approvals.isEmpty() && confirmations.isEmpty();
  }
}
