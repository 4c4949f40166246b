package dev.writ.core.engine;

import dev.writ.core.cache.Gauge;
import dev.writ.core.cache.Present;
import dev.writ.core.cache.Remembered;
import dev.writ.core.cache.VerdictKey;
import dev.writ.core.decision.Outlook;
import dev.writ.core.model.Request;
import dev.writ.core.plan.Answer;
import dev.writ.core.plan.Question;
import dev.writ.core.reference.Circumstances;
import org.jspecify.annotations.Nullable;

/** One decision that is put to the cache, or only timed. For one decision. */
final class Consultation {
  private final VerdictCaching caching;
  private final CachedSlice slice;
  private final CachedSlices slices;
  private final boolean probing;
  private final boolean measuring;
  private final long started;
  private @Nullable VerdictKey key;
  private @Nullable Remembered found;
  private @Nullable Remembered doubted;
  private long asked;

  Consultation(VerdictCaching caching, CachedSlices slices, CachedSlice slice, Gauge.Step step) {
    this.caching = caching;
    this.slices = slices;
    this.slice = slice;
    this.probing = step == Gauge.Step.PROBE;
    this.measuring = step == Gauge.Step.MEASURE;
    this.started = probing || measuring ? slice.gauge().nanos() : 0;
    this.asked = started;
  }

  /** Whether the cache is asked, and not only the time taken. */
  boolean asks() {
    return !probing;
  }

  CachedSlices slices() {
    return slices;
  }

  /** Asks for this key. */
  void ask(VerdictKey wanted, Present present) {
    key = wanted;
    Remembered entry = caching.cache().find(wanted);
    if (entry != null && !caching.cache().holds(wanted, entry, present, caching.versions())) {
      slice.counts.stale.increment();
      entry = null;
    }
    if (entry != null && measuring && slice.gauge().wantsEvaluation()) {
      doubted = entry;
      entry = null;
    }
    found = entry;
    (entry == null ? slice.counts.misses : slice.counts.hits).increment();
    if (measuring) {
      asked = slice.gauge().nanos();
      if (entry != null) {
        slice.gauge().hit(present.nowMillis(), asked - started);
      }
    }
  }

  /** What is remembered and holds, or null where the request is to be evaluated. */
  @Nullable Remembered found() {
    return found;
  }

  /**
   * Tells what the request came to when it was evaluated.
   *
   * @param request the request as it was made
   * @param gathered what was loaded for it, or null where the engine has no source
   */
  void evaluated(
      Request request,
      Question question,
      Answer answer,
      Circumstances circumstances,
      @Nullable Gathered gathered,
      Outlook outlook) {
    long evaluated = probing || measuring ? slice.gauge().nanos() : 0;
    if (probing) {
      slice.gauge().probed(evaluated - started);
      return;
    }
    if (gathered != null && gathered.reads() == null) {
      slice.counts.unfit.increment();
      slice.gauge().stop(circumstances.nowMillis(), "the source tells no versions");
      return;
    }
    try {
      keep(request, question, answer, circumstances, gathered, outlook);
    } catch (RuntimeException | StackOverflowError e) {
      caching.fail(e);
    }
    if (measuring) {
      long beside = slice.gauge().nanos() - evaluated + asked - started;
      slice.gauge().missed(circumstances.nowMillis(), evaluated - asked, beside);
    }
  }

  private void keep(
      Request request,
      Question question,
      Answer answer,
      Circumstances circumstances,
      @Nullable Gathered gathered,
      Outlook outlook) {
    Remembered doubt = doubted;
    if (doubt != null && !doubt.verdict().equals(answer.verdict())) {
      caching.fail(slice, doubt.verdict(), answer.verdict());
      return;
    }
    VerdictKey wanted = key;
    Remembered entry =
        wanted == null || caching.cache().isTooLarge(wanted)
            ? null
            : new Reading(slices, request, question, circumstances, gathered)
                .remembered(answer, caching.cache(), outlook);
    if (wanted == null || entry == null) {
      slice.counts.unfit.increment();
    } else {
      caching.cache().put(wanted, entry);
    }
  }
}
