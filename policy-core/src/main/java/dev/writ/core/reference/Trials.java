package dev.writ.core.reference;

import dev.writ.core.authority.Spending;
import dev.writ.core.decision.Effect;
import dev.writ.core.decision.Remedy;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.BoundRequest;
import java.util.List;

/**
 * A request that step 1 let pass, and its decision in the state of authority as it is and in others
 * that are supposed.
 */
final class Trials {
  private final World world;
  private final Asked asked;
  private final RequestAuthority authority;

  Trials(PolicySet policies, BoundRequest request, Circumstances circumstances) {
    world =
        new World(
            policies, request.entities(), circumstances.authority(), circumstances.nowMillis());
    asked = Asked.of(request, Admission.session(request, circumstances));
    authority = new RequestAuthority(world, asked, Suppositions.NONE);
  }

  World world() {
    return world;
  }

  Asked asked() {
    return asked;
  }

  /** Steps 2 to 6 in the state as it is. */
  Deliberation deliberate(Trace trace) {
    return deliberate(trace, Suppositions.NONE);
  }

  private Deliberation deliberate(Trace trace, Suppositions supposed) {
    return new Deliberation(asked, new Judge(world, trace), authority.supposing(supposed));
  }

  private boolean permits(Suppositions supposed) {
    return deliberate(Trace.NONE, supposed).outcome().reason().effect() == Effect.PERMIT;
  }

  /** What the permit spends. */
  Spending spending() {
    return Spender.of(world, asked, this::permits);
  }

  /** What would get the denied request permitted. */
  List<Remedy> remedies() {
    return Remedies.of(world, asked, this::permits);
  }
}
