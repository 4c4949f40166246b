package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The program and the reference in the same worlds: whole verdicts, byte for byte. The properties
 * {@code differential.cases} and {@code differential.seed} make it longer or another; what fails is
 * printed small.
 */
final class PlanDifferentialTest {
  private static final int CASES = Integer.getInteger("differential.cases", 3_000);
  private static final long SEED = Long.getLong("differential.seed", 1);
  private final Map<String, Integer> seen = new TreeMap<>();
  private final Set<ReasonCode> reasons = EnumSet.noneOf(ReasonCode.class);
  private final Set<Class<?>> constructs = new HashSet<>();

  @Test
  void verdict_inGeneratedWorlds_isTheReferences() {
    for (long seed = SEED; seed < SEED + CASES / DifferentialRun.REQUESTS; seed++) {
      DifferentialRun.each(seed, this::check);
    }
    System.out.println("differential: " + seen);
    assertThat(reasons).containsAll(EnumSet.complementOf(EnumSet.of(ReasonCode.TOOL_CHANGED)));
    assertThat(constructs).containsAll(every());
    assertThat(seen.get("decided")).isGreaterThan(CASES / 2);
    assertThat(seen.get("quick")).isGreaterThan(CASES / 5);
    assertThat(seen.get("careful")).isGreaterThan(CASES / 5);
  }

  private void check(DifferentialRun.Case one) {
    count(one.world(), one.comparison());
    if (one.differs()) {
      fail(one.small());
    }
  }

  /** Every kind of expression. */
  private static Set<Class<?>> every() {
    return Arrays.stream(Expr.class.getPermittedSubclasses()).collect(Collectors.toSet());
  }

  private void count(GeneratedWorld world, PlanComparison comparison) {
    PlanComparison.Decided decided = comparison.decided();
    if (decided == null) {
      seen.merge("unbound", 1, Integer::sum);
      return;
    }
    seen.merge("decided", 1, Integer::sum);
    seen.merge(decided.answer().wasCareful() ? "careful" : "quick", 1, Integer::sum);
    reasons.add(comparison.expected().verdict().reason());
    world.policies().rules().stream()
        .flatMap(rule -> rule.cases().stream())
        .map(Case::condition)
        .forEach(this::collect);
  }

  private void collect(Expr expr) {
    constructs.add(expr.getClass());
    ExprChildren.of(expr).forEach(this::collect);
  }
}
