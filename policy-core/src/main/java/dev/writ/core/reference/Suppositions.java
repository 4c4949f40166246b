package dev.writ.core.reference;

import dev.writ.core.decision.Remedy;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a decision is tried with another state of authority than there is: some of what holds struck
 * out, some steps supposed to be done.
 *
 * @param struckGrants ids of grants that count as not there
 * @param struckApprovals ids of opened approvals and confirmations that count as not there; a grant
 *     that one of them activated does not
 * @param done steps supposed to be done for this request
 */
record Suppositions(Set<String> struckGrants, Set<String> struckApprovals, SortedSet<Step> done) {

  /** The state as it is. */
  static final Suppositions NONE = new Suppositions(Set.of(), Set.of(), new TreeSet<>());

  Suppositions {
    struckGrants = Set.copyOf(struckGrants);
    struckApprovals = Set.copyOf(struckApprovals);
    done = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(done));
  }

  /**
   * One thing that is obtained for the request.
   *
   * @param kind approval completed, confirmation given, or grant active with its needs fulfilled
   * @param id of the declaration
   * @param holder for a grant the member that holds it; else 0
   */
  record Step(Remedy.Kind kind, String id, int holder) implements Comparable<Step> {
    Step {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(id, "id");
    }

    /** The step as a remedy names it. */
    Remedy.Step named() {
      return new Remedy.Step(kind, id);
    }

    @Override
    public int compareTo(Step other) {
      int byName = named().compareTo(other.named());
      return byName != 0 ? byName : Integer.compare(holder, other.holder);
    }
  }

  /** The state as it is, with these steps done. */
  static Suppositions done(SortedSet<Step> steps) {
    return new Suppositions(Set.of(), Set.of(), steps);
  }

  boolean isDone(Remedy.Kind kind, String id) {
    return done.stream().anyMatch(step -> step.kind() == kind && step.id().equals(id));
  }
}
