package dev.writ.core.reference;

import dev.writ.core.decision.Remedy;
import dev.writ.core.reference.Suppositions.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The smallest sets of steps after which a request is permitted.
 *
 * <p>More authority never denies, so permission only grows with the steps done. Where all steps
 * together do not help, nothing does. A step without which all the others do not help is in every
 * remedy; sets of the other steps are tried by size, and none that contains a remedy. A search
 * beyond {@link #TRIALS} trials keeps what it found; if that is nothing, it strips one remedy out
 * of all steps. The result depends on nothing but the arguments.
 */
final class RemedySearch {
  static final int TRIALS = 1_000;
  static final int MOST = 8;

  private final Predicate<Suppositions> permits;
  private final List<SortedSet<Step>> found = new ArrayList<>();
  private int trials;

  private RemedySearch(Predicate<Suppositions> permits) {
    this.permits = permits;
  }

  /**
   * The remedies, smallest first, at most {@link #MOST}.
   *
   * @param steps what may be started
   * @param permits whether the request is permitted in another state of authority
   */
  static List<Remedy> remedies(SortedSet<Step> steps, Predicate<Suppositions> permits) {
    List<Remedy> named =
        sets(steps, permits).stream().map(RemedySearch::named).distinct().sorted().toList();
    return named.stream()
        .filter(remedy -> named.stream().noneMatch(other -> isPart(other, remedy)))
        .limit(MOST)
        .toList();
  }

  /** The sets of steps themselves, in no order. */
  static List<SortedSet<Step>> sets(SortedSet<Step> steps, Predicate<Suppositions> permits) {
    RemedySearch search = new RemedySearch(permits);
    search.run(steps);
    return List.copyOf(search.found);
  }

  /** Two grants of one template, for two members, are one step to those who read it. */
  private static Remedy named(Collection<Step> steps) {
    return new Remedy(steps.stream().map(Step::named).distinct().toList());
  }

  private static boolean isPart(Remedy part, Remedy whole) {
    return !part.equals(whole) && new HashSet<>(whole.steps()).containsAll(part.steps());
  }

  private void run(SortedSet<Step> all) {
    if (all.isEmpty() || !helps(all)) {
      return;
    }
    SortedSet<Step> needed = new TreeSet<>();
    for (Step step : all) {
      if (!helps(without(all, step))) {
        needed.add(step);
      }
    }
    List<Step> others = all.stream().filter(step -> !needed.contains(step)).toList();
    if (!needed.isEmpty() && helps(needed)) {
      found.add(needed);
      return;
    }
    for (int size = 1; size <= others.size() && found.size() < MOST && trials < TRIALS; size++) {
      tryAll(needed, others, 0, size);
    }
    if (found.isEmpty()) {
      found.add(stripped(all));
    }
  }

  /** Tries what is chosen with every choice of so many more from a position on. */
  private void tryAll(SortedSet<Step> chosen, List<Step> others, int from, int more) {
    if (trials >= TRIALS || found.stream().anyMatch(set -> chosen.containsAll(set))) {
      return;
    }
    if (more == 0) {
      if (helps(chosen)) {
        found.add(chosen);
      }
      return;
    }
    for (int i = from; i <= others.size() - more; i++) {
      SortedSet<Step> longer = new TreeSet<>(chosen);
      longer.add(others.get(i));
      tryAll(longer, others, i + 1, more - 1);
    }
  }

  private SortedSet<Step> stripped(SortedSet<Step> all) {
    SortedSet<Step> left = new TreeSet<>(all);
    for (Step step : all) {
      SortedSet<Step> fewer = without(left, step);
      if (!fewer.isEmpty() && helps(fewer)) {
        left = fewer;
      }
    }
    return left;
  }

  private static SortedSet<Step> without(SortedSet<Step> steps, Step step) {
    SortedSet<Step> fewer = new TreeSet<>(steps);
    fewer.remove(step);
    return fewer;
  }

  private boolean helps(SortedSet<Step> steps) {
    trials++;
    return permits.test(Suppositions.done(steps));
  }
}
