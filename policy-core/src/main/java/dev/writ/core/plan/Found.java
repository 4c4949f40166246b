package dev.writ.core.plan;

import org.jspecify.annotations.Nullable;

/** What is true of a question at a moment, by which its answers are found. Immutable. */
final class Found {
  private final Question question;
  private final long bits;
  private final long @Nullable [] all;
  private final @Nullable Truths truths;

  private Found(Question question, long bits, @Nullable Truths truths) {
    this.question = question;
    this.bits = bits;
    this.truths = truths;
    this.all = truths == null ? null : truths.key();
  }

  /**
   * What is true.
   *
   * @param moment quick
   * @throws FaultSignal if something could not be evaluated
   */
  static Found of(Question question, Moment moment) {
    Known only = question.only;
    if (only != null && only.index.shapes == null) {
      long bits = only.index.masks.bits(only, moment);
      return new Found(question, bits, null);
    }
    Truths truths = new Truths();
    for (Known known : question.known) {
      truths.add(known, moment);
    }
    return new Found(question, 0, truths);
  }

  /** Whether an answer depends on this, and on what is held, alone. */
  boolean settles() {
    return truths == null ? question.known[0].index.settles(bits) : truths.settle(question.known);
  }

  private HeldSettlements settlements() {
    return question.known[0].index.held;
  }

  /** What was settled where this is held, or null. */
  @Nullable Settled find(long held) {
    Settlements settlements = settlements().find(held);
    if (settlements == null) {
      return null;
    }
    return all == null ? settlements.find(bits, SliceIndex.NONE) : settlements.find(all);
  }

  /** An answer that is not kept. */
  Settled settled(Answer answer) {
    return Settled.of(bits, SliceIndex.NONE, all, question, answer);
  }

  /** Keeps an answer. */
  Settled keep(long held, Answer answer) {
    Settled settled = settled(answer);
    settlements().keep(held, settled);
    return settled;
  }
}
