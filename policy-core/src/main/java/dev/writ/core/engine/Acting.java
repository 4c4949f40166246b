package dev.writ.core.engine;

import dev.writ.core.decision.Decision;
import dev.writ.core.model.Request;
import dev.writ.core.model.ToolCall;
import org.jspecify.annotations.Nullable;

/**
 * Decides in order to act: writes what a permit changes in one step, then has the obligations
 * carried out and the listeners told. Thread-safe.
 */
final class Acting {
  private final Sitting.Tools tools;
  private final Running running;
  private final InMemoryAuthority authority;
  private final Audience audience;
  private final Execution execution;

  Acting(Sitting.Tools tools, Running running, InMemoryAuthority authority, Audience audience) {
    this.tools = tools;
    this.running = running;
    this.authority = authority;
    this.audience = audience;
    this.execution = new Execution(tools.tallies());
  }

  /** What is asked for: a request, or the call of a tool that is one. */
  private interface Matter {
    Sitting.Ready ready(Sitting sitting) throws EntityLoadException;

    Sitting.Ruling authorize(Sitting now);

    /** The request, or null where a call is none. */
    @Nullable Request request(Sitting sitting);

    /** The call, or null. */
    @Nullable ToolCall call();
  }

  private record OfRequest(Request asked) implements Matter {
    @Override
    public Sitting.Ready ready(Sitting sitting) throws EntityLoadException {
      return sitting.ready(asked);
    }

    @Override
    public Sitting.Ruling authorize(Sitting now) {
      return now.authorize(asked);
    }

    @Override
    public Request request(Sitting sitting) {
      return asked;
    }

    @Override
    public @Nullable ToolCall call() {
      return null;
    }
  }

  private record OfCall(ToolCall call) implements Matter {
    @Override
    public Sitting.Ready ready(Sitting sitting) throws EntityLoadException {
      return sitting.ready(call);
    }

    @Override
    public Sitting.Ruling authorize(Sitting now) {
      return now.authorize(call);
    }

    @Override
    public @Nullable Request request(Sitting sitting) {
      return sitting.requestOf(call);
    }
  }

  /** A ruling, and what it was made with. */
  private record Ruled(Sitting sitting, Loaded loaded, Sitting.Ruling ruling) {}

  Decision authorize(Request request) {
    return authorize(new OfRequest(request));
  }

  Decision authorize(ToolCall call) {
    return authorize(new OfCall(call));
  }

  private Decision authorize(Matter matter) {
    Sitting sitting = new Sitting(tools, running.open(), authority.read());
    try {
      Sitting.Ready ready = matter.ready(sitting);
      Recall.Recalled known = ready.known();
      return carriedOut(
          known == null
              ? ruled(ready.loaded(), matter)
              : new Ruled(
                  sitting, ready.loaded(), sitting.authorized(matter.request(sitting), known)),
          matter);
    } catch (EntityLoadException e) {
      return told(matter, matter.request(sitting), sitting.unloaded(e));
    }
  }

  /** Without a source the set and the entities are those that run once the step is made. */
  private Ruled ruled(Loaded gathered, Matter matter) {
    return authority.change(
        state -> {
          Loaded latest = running.open();
          Loaded now = tools.source() == null ? latest : gathered;
          Sitting sitting = new Sitting(tools, now, state);
          Sitting.Ruling ruling = matter.authorize(sitting);
          return new InMemoryAuthority.Step<>(ruling.next(), new Ruled(sitting, now, ruling));
        });
  }

  /** What is done once all is written. */
  private Decision carriedOut(Ruled ruled, Matter matter) {
    Request request = ruled.ruling().request();
    Decision decision = ruled.ruling().decision();
    return told(
        matter,
        request,
        request == null
            ? decision
            : execution.carryOut(ruled.loaded().handlers(), request, decision, ruled.sitting()));
  }

  private Decision told(Matter matter, @Nullable Request request, Decision decision) {
    audience.tell(request, matter.call(), decision, true);
    return decision;
  }
}
