package dev.writ.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.decision.Combination.Ceiling;
import dev.writ.core.decision.Combination.Member;
import dev.writ.core.decision.Combination.Outcome;
import dev.writ.core.decision.SectionFiveTable.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The step from truth values to an outcome, against the whole table of section 5. */
final class CombinationTest {

  private static final Truth[] TRUTHS = {Truth.FALSE, Truth.TRUE, Truth.ERROR};
  private static final int[] VALUES = {0, 1, 2};

  /** A member in both forms: what the table reads, and what is under test. */
  private record Pair(Row row, Member delegated, Member last) {}

  private final Set<ReasonCode> seen = EnumSet.noneOf(ReasonCode.class);
  private long rows;

  @Test
  void decide_chainsOfOneToThreeUnderOneScopeEach_isAsSectionFiveSays() {
    List<Pair> members = new ArrayList<>();
    for (int permit : VALUES) {
      for (int grant : VALUES) {
        for (int may : VALUES) {
          for (int delegate : VALUES) {
            members.add(member(0, permit, grant, List.of(new int[] {1, 0, may, delegate})));
          }
        }
      }
    }
    for (Pair first : members) {
      compare(first);
      for (Pair second : members) {
        compare(first, second);
        for (Pair third : members) {
          compare(first, second, third);
        }
      }
    }
    assertThat(rows).isEqualTo(9L * (81 + 81 * 81 + 81 * 81 * 81));
    assertThat(seen)
        .containsExactlyInAnyOrder(
            ReasonCode.PERMITTED,
            ReasonCode.FORBIDDEN,
            ReasonCode.EVALUATION_ERROR,
            ReasonCode.OUT_OF_SCOPE,
            ReasonCode.NO_PERMIT,
            ReasonCode.DELEGATE_DENIED,
            ReasonCode.LIMIT_REACHED);
  }

  @Test
  void decide_noneToTwoScopesOfEveryKind_isAsSectionFiveSays() {
    List<Pair> members = allMembers();
    List<Pair> above = new ArrayList<>();
    for (int human : new int[] {0, 1}) {
      for (int permit : VALUES) {
        above.add(member(human, permit, 0, List.of()));
        above.add(member(human, permit, 0, List.of(new int[] {1, 0, 1, 0})));
        above.add(member(human, permit, 0, List.of(new int[] {1, 1, 1, 1})));
      }
    }
    assertThat(members).hasSize(2 * 9 * (1 + 54 + 54 * 54));
    for (Pair one : members) {
      compare(one);
      for (Pair other : above) {
        compare(one, other);
        compare(other, one);
      }
    }
    assertThat(rows).isEqualTo(9L * members.size() * (1 + 2 * above.size()));
    assertThat(seen).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonCode.class,
      names = {
        "INVALID_REQUEST",
        "TOOL_CHANGED",
        "UNAVAILABLE",
        "STALE_STATE",
        "SUSPENDED",
        "SESSION_REQUIRED"
      })
  void decide_refusedByTheFirstStep_isThatReason(ReasonCode refusal) {
    Member allowed = new Member(true, false, List.of(), Truth.TRUE, Truth.TRUE);
    for (Truth forbid : TRUTHS) {
      assertThat(Combination.decide(refusal, forbid, List.of(allowed), Truth.FALSE))
          .isEqualTo(new Outcome(refusal, 0));
    }
  }

  @Test
  void decide_withoutMembers_isNeverAPermit() {
    for (Truth limit : TRUTHS) {
      assertThat(Combination.decide(null, Truth.FALSE, List.of(), limit).reason().effect())
          .isEqualTo(Effect.DENY);
    }
  }

  private static List<Pair> allMembers() {
    List<int[]> scopes = new ArrayList<>();
    for (int applies : VALUES) {
      for (int only : new int[] {0, 1}) {
        for (int may : VALUES) {
          for (int delegate : VALUES) {
            scopes.add(new int[] {applies, only, may, delegate});
          }
        }
      }
    }
    List<List<int[]>> sets = new ArrayList<>();
    sets.add(List.of());
    for (int[] scope : scopes) {
      sets.add(List.of(scope));
      for (int[] second : scopes) {
        sets.add(List.of(scope, second));
      }
    }
    List<Pair> members = new ArrayList<>();
    for (int human : new int[] {0, 1}) {
      for (int permit : VALUES) {
        for (int grant : VALUES) {
          sets.forEach(set -> members.add(member(human, permit, grant, set)));
        }
      }
    }
    return members;
  }

  private static Pair member(int human, int permit, int grant, List<int[]> scopes) {
    List<Ceiling> ceilings =
        scopes.stream()
            .map(s -> new Ceiling(TRUTHS[s[0]], s[1] == 1, TRUTHS[s[2]], TRUTHS[s[3]]))
            .toList();
    return new Pair(
        new Row(human, permit, grant, scopes),
        new Member(human == 1, true, ceilings, TRUTHS[permit], TRUTHS[grant]),
        new Member(human == 1, false, ceilings, TRUTHS[permit], TRUTHS[grant]));
  }

  private void compare(Pair... chain) {
    Row[] table = new Row[chain.length];
    Member[] members = new Member[chain.length];
    for (int i = 0; i < chain.length; i++) {
      table[i] = chain[i].row;
      members[i] = i < chain.length - 1 ? chain[i].delegated : chain[i].last;
    }
    List<Member> tested = List.of(members);
    for (int forbid : VALUES) {
      for (int limit : VALUES) {
        Outcome outcome = Combination.decide(null, TRUTHS[forbid], tested, TRUTHS[limit]);
        String found = outcome.reason().code() + "@" + outcome.member();
        if (!found.equals(SectionFiveTable.expected(forbid, table, limit))) {
          assertThat(outcome)
              .as("forbid %s, %s, limit %s", TRUTHS[forbid], tested, TRUTHS[limit])
              .hasToString(SectionFiveTable.expected(forbid, table, limit));
        }
        seen.add(outcome.reason());
        rows++;
      }
    }
  }
}
