package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.decision.Truth;
import dev.writ.core.ir.Invariant;
import dev.writ.core.ir.Limit;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import dev.writ.core.model.EntityStore;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a tool asks of one state of the world beside decisions: how each rule and clause reads a
 * request, whether what was opened stands, where a limit counts. It decides nothing.
 *
 * <p>Immutable, thread-safe.
 */
public final class Inspection {
  private final World world;

  private Inspection(World world) {
    this.world = world;
  }

  /**
   * An inspection of one policy set, entities and state.
   *
   * @param nowMillis the instant, epoch milliseconds
   */
  public static Inspection of(
      PolicySet policies, EntityStore entities, AuthoritySnapshot state, long nowMillis) {
    return new Inspection(new World(policies, entities, state, nowMillis));
  }

  /**
   * Whether the votes that count now fill what is asked for, and no veto was reached.
   *
   * @param approval the id of what was opened; false for one that is not there
   */
  public boolean stands(String approval) {
    ApprovalRecord record = world.authority().approval(approval);
    Standing standing = record == null ? null : approvals().of(record);
    return standing != null && standing.stands();
  }

  private Approvals approvals() {
    return new Approvals(new Judge(world, Trace.NONE));
  }

  /**
   * The start of the bucket, epoch milliseconds, in which a limit counts at this instant; empty
   * where there is no such limit or its zone's table does not reach so far.
   *
   * @param limit the id of the limit
   */
  public OptionalLong bucket(String limit) {
    for (Limit declared : world.policies().limits()) {
      if (declared.id().equals(limit)) {
        LimitWindow window = LimitWindow.of(declared.window(), world);
        return window == null ? OptionalLong.empty() : window.bucket(world.nowMillis());
      }
    }
    return OptionalLong.empty();
  }

  /** How every rule and clause whose head spans some view of the request reads that view. */
  public List<ClauseReading> readings(BoundRequest request) {
    return ClauseReadings.of(worldOf(request), asked(request));
  }

  /**
   * The invariants whose head spans the request, by id, and whether a permit of it breaks them:
   * {@code when} is not false and {@code unless} is not true.
   */
  public SortedMap<String, Boolean> invariants(BoundRequest request) {
    World here = worldOf(request);
    Asked asked = asked(request);
    Judge judge = new Judge(here, Trace.NONE);
    AuthorityFacts authority = new RequestAuthority(here, asked, Suppositions.NONE);
    SortedMap<String, Boolean> broken = new TreeMap<>();
    for (Invariant invariant : here.policies().invariants()) {
      for (Invariant.InvariantCase text : invariant.cases()) {
        if (asked.spans(text.slots(), 0)) {
          Truth when = judge.truth(invariant.id(), text.when(), asked.view(0), authority);
          Truth unless = judge.truth(invariant.id(), text.unless(), asked.view(0), authority);
          broken.merge(
              invariant.id(), when != Truth.FALSE && unless != Truth.TRUE, Boolean::logicalOr);
        }
      }
    }
    return broken;
  }

  private World worldOf(BoundRequest request) {
    return new World(world.policies(), request.entities(), world.authority(), world.nowMillis());
  }

  private Asked asked(BoundRequest request) {
    String id = request.session();
    SessionRecord session = id == null ? null : world.authority().session(id);
    return Asked.of(request, session);
  }
}
