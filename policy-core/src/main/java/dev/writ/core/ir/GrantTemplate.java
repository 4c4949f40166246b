package dev.writ.core.ir;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A declared grant: what a grant issued from it permits, who may ask for one, and how it ends.
 *
 * @param id the qualified name
 * @param module the module that declares it
 * @param emergency whether it is active at once, without approval, and reviewed afterwards
 * @param cases what it permits, by slot; empty where it permits nothing by itself and only {@code
 *     granted} reads it
 * @param requestedBy who may ask for one; empty means the holder itself
 * @param requestNeedsReason whether a blank reason is refused
 * @param revocableBy who may end one; empty means requester and voters
 * @param needs the approvals that activating one spends, by id
 * @param binds what of the request is fixed when it is issued, or null where it permits nothing
 * @param lastsMillis how long it may run at most
 * @param uses how often it can be used, or 0 for no count
 * @param review the review that an emergency grant needs, or null
 * @param annotations notes
 */
public record GrantTemplate(
    String id,
    String module,
    boolean emergency,
    List<Case> cases,
    List<Actor> requestedBy,
    boolean requestNeedsReason,
    List<Actor> revocableBy,
    List<String> needs,
    @Nullable Binding binds,
    long lastsMillis,
    int uses,
    @Nullable Review review,
    List<Annotation> annotations) {
  public GrantTemplate {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(module, "module");
    cases = List.copyOf(cases);
    requestedBy = List.copyOf(requestedBy);
    revocableBy = List.copyOf(revocableBy);
    needs = List.copyOf(needs);
    annotations = List.copyOf(annotations);
    if (lastsMillis <= 0 || uses < 0) {
      throw new IllegalArgumentException("grant `" + id + "` has a bound that is not positive");
    }
    if (cases.isEmpty() != (binds == null)) {
      throw new IllegalArgumentException("grant `" + id + "` must bind exactly where it permits");
    }
  }

  /**
   * What of the request a grant is bound to, beside holder, origin and action.
   *
   * @param all whether everything declared is bound: resource, args, facts
   * @param resource whether the resource is bound
   * @param within when not null, an entity type: the resource must lie under the entity of that
   *     type that the grant was issued for
   * @param fields the args and facts bound, as {@code args.x} and {@code facts.y}; absent equals
   *     only absent
   */
  public record Binding(
      boolean all, boolean resource, @Nullable String within, SortedSet<String> fields) {
    public Binding {
      fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }
  }

  /**
   * The review of an emergency grant.
   *
   * @param withinMillis how soon after activation
   * @param quorum who reviews
   * @param exclusions who may not, beside requester, holder and origin
   */
  public record Review(long withinMillis, Quorum quorum, List<Approval.Exclusion> exclusions) {
    public Review {
      Objects.requireNonNull(quorum, "quorum");
      exclusions = List.copyOf(exclusions);
    }
  }
}
