package dev.writ.core.plan;

import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An answer, and what was true. Immutable. */
final class Settled {
  /** The conditions that were true. */
  final long bits;

  /** The rule that was true where they are many, or {@link SliceIndex#NONE}. */
  final int rule;

  /** All that was true, where it is more than bits and a rule; else null. */
  final long @Nullable [] all;

  /** The number of the member that the answer names, or less than 0. */
  final int placed;

  final Answer answer;

  private Settled(long bits, int rule, long @Nullable [] all, int placed, Answer answer) {
    this.bits = bits;
    this.rule = rule;
    this.all = all;
    this.placed = placed;
    this.answer = answer;
  }

  /** Whether the answer is a permit. */
  boolean isPermit() {
    return answer.verdict().effect() == Effect.PERMIT;
  }

  /** Whether the other answer says the same but for whom it names. */
  boolean isLike(Settled other) {
    Verdict one = answer.verdict();
    Verdict two = other.answer.verdict();
    return one.reason() == two.reason()
        && answer.mayWrite() == other.answer.mayWrite()
        && answer.wasCareful() == other.answer.wasCareful()
        && Objects.equals(one.message(), two.message())
        && one.rules().equals(two.rules())
        && one.errors().equals(two.errors())
        && one.observed().equals(two.observed())
        && one.obligations().equals(two.obligations());
  }

  /** What was settled by an answer to a question. */
  static Settled of(long bits, int rule, long @Nullable [] all, Question question, Answer answer) {
    String place = answer.verdict().place();
    int placed = -1;
    for (int i = 0; place != null && i < question.known.length; i++) {
      placed = place.equals(question.request.member(i).toString()) ? i : placed;
    }
    return new Settled(bits, rule, all, placed, answer);
  }
}
