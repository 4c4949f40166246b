package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.Rule;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What fails is told small. */
final class ShrinkingTest {

  private static boolean reads(Rule rule) {
    return rule.cases().stream()
        .anyMatch(text -> ExprChildren.anyMatch(text.condition(), Expr.Like.class::isInstance));
  }

  @Test
  void of_aLargeWorld_keepsOnlyWhatFails() {
    int shrunk = 0;
    for (int seed = 0; seed < 60 && shrunk < 3; seed++) {
      GeneratedWorld world = GeneratedWorld.wide(new Random(seed), true);
      if (world.policies().rules().stream().anyMatch(ShrinkingTest::reads)) {
        GeneratedWorld small =
            Shrinking.of(
                world, other -> other.policies().rules().stream().anyMatch(ShrinkingTest::reads));
        assertThat(small.policies().rules()).hasSize(1);
        assertThat(small.policies().scopes()).isEmpty();
        assertThat(small.policies().approvals()).isEmpty();
        assertThat(small.policies().limits()).isEmpty();
        assertThat(small.request().chain()).isEmpty();
        assertThat(small.request().args()).isEmpty();
        assertThat(small.state().grants()).isEmpty();
        assertThat(small.entities()).isEmpty();
        assertThat(small.policies().rules().get(0).cases()).hasSize(1);
        shrunk++;
      }
    }
    assertThat(shrunk).isEqualTo(3);
  }
}
