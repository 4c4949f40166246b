package dev.writ.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.writ.core.decision.ReasonCode;
import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The program and the reference in the same worlds: whole verdicts, byte for byte, and what a
 * permit writes. The properties {@code differential.cases} and {@code differential.seed} make it
 * longer or another; what fails is printed small.
 */
final class PlanDifferentialTest {
  private static final int CASES = Integer.getInteger("differential.cases", 4_800);
  private static final long SEED = Long.getLong("differential.seed", 1);

  private final Exercised exercised = new Exercised();
  private final LongAdder decided = new LongAdder();
  private final LongAdder unbound = new LongAdder();
  private final Set<ReasonCode> reasons = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> constructs = ConcurrentHashMap.newKeySet();
  private final AtomicReference<DifferentialRun.@Nullable Case> differing = new AtomicReference<>();

  @Test
  void verdict_inGeneratedWorlds_isTheReferences() {
    long started = System.nanoTime();
    LongStream.range(SEED, SEED + CASES / DifferentialRun.REQUESTS)
        .parallel()
        .filter(seed -> differing.get() == null)
        .forEach(seed -> DifferentialRun.each(seed, this::check));
    double seconds = (System.nanoTime() - started) / 1e9;
    System.out.printf(
        "differential: %d cases decided, %d unbound, %.0f a second%n%s%n",
        decided.sum(), unbound.sum(), (decided.sum() + unbound.sum()) / seconds, exercised);
    DifferentialRun.Case failing = differing.get();
    if (failing != null) {
      fail(failing.small());
    }
    assertThat(reasons).containsAll(EnumSet.complementOf(EnumSet.of(ReasonCode.TOOL_CHANGED)));
    assertThat(constructs).containsAll(every());
    assertThat(exercised.missing()).isEmpty();
    assertThat(decided.sum()).isGreaterThan(CASES / 2);
    assertThat(exercised.count("decided quickly")).isGreaterThan(CASES / 5);
    assertThat(exercised.count("decided carefully")).isGreaterThan(CASES / 5);
  }

  private void check(DifferentialRun.Case one) {
    PlanComparison.Decided made = one.comparison().decided();
    if (one.differs()) {
      differing.compareAndSet(null, one);
    }
    if (one.again()) {
      return;
    }
    if (made == null) {
      unbound.increment();
      return;
    }
    decided.increment();
    exercised.add(one.world(), made);
    reasons.add(one.comparison().expected().verdict().reason());
    if (one.number() == 0) {
      one.world().policies().rules().stream()
          .flatMap(rule -> rule.cases().stream())
          .map(Case::condition)
          .forEach(this::collect);
    }
  }

  private void collect(Expr expr) {
    constructs.add(expr.getClass());
    ExprChildren.of(expr).forEach(this::collect);
  }

  /** Every kind of expression. */
  private static Set<Class<?>> every() {
    return Arrays.stream(Expr.class.getPermittedSubclasses()).collect(Collectors.toSet());
  }
}
