package dev.writ.dsl.check;

import dev.writ.dsl.ast.GrantDecl;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A grant template.
 *
 * @param declared what is written
 * @param cases what it permits, by slot; empty where it permits nothing
 * @param requestedBy who may ask; empty for the holder
 * @param revocableBy who may revoke; empty for requester and voters
 * @param needs the ids of the approvals it needs, in the order written
 * @param binding what it is bound to, or null where it permits nothing
 * @param review the review of an emergency grant, or null
 */
public record CheckedGrant(
    Declared<GrantDecl> declared,
    List<CheckedCase> cases,
    List<CheckedActor> requestedBy,
    List<CheckedActor> revocableBy,
    List<String> needs,
    @Nullable Binding binding,
    @Nullable Review review) {

  /** Copies the lists. */
  public CheckedGrant {
    cases = List.copyOf(cases);
    requestedBy = List.copyOf(requestedBy);
    revocableBy = List.copyOf(revocableBy);
    needs = List.copyOf(needs);
  }

  /**
   * What a grant is bound to beside holder, origin and action.
   *
   * @param all whether everything is bound
   * @param resource whether the resource is
   * @param within the type of the ancestor of the resource that is bound, or null
   * @param fields the args and facts bound, as {@code args.x} and {@code facts.y}
   */
  public record Binding(
      boolean all, boolean resource, @Nullable String within, SortedSet<String> fields) {

    /** Copies the set. */
    public Binding {
      fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }
  }

  /**
   * The review of an emergency grant.
   *
   * @param withinMillis how soon
   * @param quorum who reviews
   * @param exclusions who may not
   */
  public record Review(long withinMillis, CheckedQuorum quorum, List<CheckedExclusion> exclusions) {

    /** Copies the list. */
    public Review {
      exclusions = List.copyOf(exclusions);
    }
  }
}
