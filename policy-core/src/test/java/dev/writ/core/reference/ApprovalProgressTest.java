package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.reference.ApprovalProgress.ClauseProgress;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApprovalProgressTest {

  private static final ClauseProgress TEAM = new ClauseProgress("2 of User in resource.team", 2, 1);
  private static final ClauseProgress SECURITY = new ClauseProgress("1 of User in Team", 1, 0);
  private static final ClauseProgress FILLED = new ClauseProgress("1 of User", 1, 3);

  @Test
  void missing_allOf_namesEveryClauseThatLacksVotes() {
    assertThat(of(false, false, true, TEAM, FILLED, SECURITY).missing())
        .isEqualTo("1 more for `2 of User in resource.team` and 1 more for `1 of User in Team`");
  }

  @Test
  void missing_anyOf_offersEachClause() {
    assertThat(of(false, false, false, TEAM, SECURITY).missing())
        .isEqualTo("1 more for `2 of User in resource.team` or 1 more for `1 of User in Team`");
  }

  @Test
  void missing_oneVoteForTwoClauses_asksForAnother() {
    assertThat(of(false, false, true, FILLED, FILLED).missing())
        .isEqualTo("`review`: one more vote, since a vote fills one clause");
  }

  @Test
  void missing_complete_isEmpty() {
    assertThat(of(true, false, true, FILLED).missing()).isEmpty();
  }

  @Test
  void missing_vetoed_saysSoEvenIfComplete() {
    assertThat(of(true, true, true, FILLED).missing()).isEqualTo("`review` was vetoed");
  }

  private static ApprovalProgress of(
      boolean complete, boolean vetoed, boolean all, ClauseProgress... clauses) {
    return new ApprovalProgress("a1", "review", complete, vetoed, all, List.of(clauses));
  }
}
