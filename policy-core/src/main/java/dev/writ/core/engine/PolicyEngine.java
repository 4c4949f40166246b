package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authzen.DecisionPoint;
import dev.writ.core.decision.BatchSemantic;
import dev.writ.core.decision.Decision;
import dev.writ.core.decision.Obligation;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.Entities;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import dev.writ.core.model.ToolCall;
import dev.writ.core.reference.RefusedToolCallException;
import dev.writ.core.slice.EntityPath;
import dev.writ.core.slice.EntityPaths;
import dev.writ.core.slice.Slice;
import dev.writ.core.slice.Slices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests against a policy set, entities and the state of authority.
 *
 * <pre>{@code
 * try (PolicyEngine engine = PolicyEngine.builder(policies).entities(entities).build()) {
 *   Decision decision = engine.authorize(request); // spends what the permit uses
 *   decision.requirePermit();
 * }
 * }</pre>
 *
 * <p>Thread-safe. {@link #decide} takes no lock and, unless entities come from a source, never
 * blocks; {@link #authorize} and commands are made one after another. Whatever is in a request, an
 * entity, the authority state or the clock, and whatever a listener, a handler or an evaluator
 * throws: the answer is a decision, and a doubt is a denial. The methods throw for a null argument,
 * and {@link IllegalStateException} after {@link #close}.
 *
 * <p>The authority state is kept in memory. Intent and idempotency key of a request are not read
 * here: a retry is asked anew, and may use something up again, but is never permitted more.
 */
public final class PolicyEngine implements AutoCloseable {
  private static final List<String> BY_REFERENCE =
      List.of(
          "",
          "Every request is decided so; where a guard goes wrong, by all rules of its slice.",
          "By the executable semantics, when asked for: until when a decision holds, when to retry,",
          "what is missing, and explanations.");

  private final Sitting.Tools tools;
  private final Running running;
  private final InMemoryAuthority authority;
  private final Acting acting;
  private final Audience audience;
  private final @Nullable VerdictCaching caching;

  /** Where was decided last, as far as this thread knows; it keeps the set that ran then. */
  private @Nullable Sitting latest;

  PolicyEngine(
      Sitting.Tools tools,
      Running running,
      InMemoryAuthority authority,
      Audience audience,
      @Nullable VerdictCaching caching) {
    this.tools = tools;
    this.running = running;
    this.authority = authority;
    this.acting = new Acting(tools, running, authority, audience);
    this.audience = audience;
    this.caching = caching;
  }

  /** A builder of an engine that runs this set. */
  public static EngineBuilder builder(PolicySet policies) {
    return new EngineBuilder(policies, null);
  }

  /**
   * A builder of an engine that runs the set of this bundle. No bundle with a lower sequence number
   * takes its place later.
   */
  public static EngineBuilder builder(Bundle bundle) {
    return new EngineBuilder(bundle.policySet(), bundle);
  }

  /**
   * Where a question that comes now is decided: the same for all that come within a millisecond.
   */
  private Sitting sitting() {
    Loaded now = running.open();
    AuthoritySnapshot state = authority.read();
    EngineClock.Reading clock = tools.clock().read();
    Sitting known = latest;
    if (known != null && known.isOf(now, state, clock)) {
      return known;
    }
    Sitting sitting = new Sitting(tools, now, state, clock);
    latest = sitting;
    return sitting;
  }

  /** What ran before is not kept for want of another decision. */
  private <R> R forgetting(R result) {
    latest = null;
    return result;
  }

  private Decision told(Request request, Decision decision, boolean authorized) {
    audience.tell(request, null, decision, authorized);
    return decision;
  }

  /**
   * Whether a request is permitted, without acting on it. Where a permit would use, count or label
   * something, or asks for an obligation that a handler of this engine carries out, it is advisory:
   * {@link Decision#permitted} is false and {@link Decision#wouldPermit} true.
   */
  public Decision decide(Request request) {
    Objects.requireNonNull(request, "request");
    return told(request, sitting().ask(request), false);
  }

  /**
   * Decides a request in order to act on it: on permit, spends, counts and labels in one step, then
   * has the handlers of this engine carry out the obligations.
   *
   * <p>A handler runs after the step and outside the lock. If one fails, a permit becomes a denial,
   * {@code unavailable}, and what it used stays used: something may be consumed without a permit,
   * never the reverse. On a denial a failing handler is logged and changes nothing.
   */
  public Decision authorize(Request request) {
    return acting.authorize(Objects.requireNonNull(request, "request"));
  }

  /**
   * Whether a call of a tool is permitted, without acting on it: {@link #decide(Request)} of the
   * request that the bindings of the policy set make of it. A call that is none is denied, and
   * where an argument is at fault the decision calls it as the tool does. Binding and decision are
   * of one policy set.
   */
  public Decision decide(ToolCall call) {
    Objects.requireNonNull(call, "call");
    Sitting.Ruling ruling = sitting().ask(call);
    audience.tell(ruling.request(), call, ruling.decision(), false);
    return ruling.decision();
  }

  /** Decides a call of a tool in order to act on it, as {@link #authorize(Request)}. */
  public Decision authorize(ToolCall call) {
    return acting.authorize(Objects.requireNonNull(call, "call"));
  }

  /**
   * The request that a call of a tool is under the policy set that runs: for commands, such as
   * opening a confirmation of it. Nothing is decided.
   *
   * @throws RefusedToolCallException if no binding fits the call, or its tool is not the one that
   *     was pinned
   */
  public Request toolCall(ToolCall call) throws RefusedToolCallException {
    Objects.requireNonNull(call, "call");
    return running.open().evaluator().tools().resolve(call, authority.read()).request();
  }

  /**
   * {@link #decide(Request)} on another thread: for where a source of entities may block.
   *
   * @param executor where it runs; if it refuses, the answer is a denial, {@code unavailable}
   */
  public CompletionStage<Decision> decideAsync(Request request, Executor executor) {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(executor, "executor");
    Sitting sitting = sitting();
    return Later.run(
        executor,
        () -> decide(request),
        refusal -> told(request, sitting.refused("executor", refusal), false));
  }

  /**
   * {@link #authorize(Request)} on another thread.
   *
   * @param executor where it runs; if it refuses, the answer is a denial, {@code unavailable}
   */
  public CompletionStage<Decision> authorizeAsync(Request request, Executor executor) {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(executor, "executor");
    Loaded now = running.open();
    return Later.run(
        executor,
        () -> authorize(request),
        refusal ->
            told(
                request,
                new Sitting(tools, now, authority.read()).refused("executor", refusal),
                true));
  }

  /**
   * Asks for several requests, in order and as far as the semantic goes, all against one policy
   * set, one state and one instant.
   *
   * @return as many decisions as were made, in the order of the requests
   */
  public List<Decision> decideAll(List<Request> requests, BatchSemantic semantic) {
    Sitting sitting = sitting();
    return inOrder(requests, semantic, request -> told(request, sitting.ask(request), false));
  }

  /**
   * Authorises several requests, in order and as far as the semantic goes, each on its own: what an
   * earlier one used is gone for a later one.
   *
   * @return as many decisions as were made, in the order of the requests
   */
  public List<Decision> authorizeAll(List<Request> requests, BatchSemantic semantic) {
    running.open();
    return inOrder(requests, semantic, this::authorize);
  }

  private static List<Decision> inOrder(
      List<Request> requests, BatchSemantic semantic, Function<Request, Decision> answer) {
    Objects.requireNonNull(semantic, "semantic");
    List<Decision> decisions = new ArrayList<>();
    for (Request request : List.copyOf(requests)) {
      Decision decision = answer.apply(request);
      decisions.add(decision);
      if (semantic.stopsAfter(decision.permitted())) {
        break;
      }
    }
    return List.copyOf(decisions);
  }

  /**
   * The resources, of these, on which the principal may do the action, acting for itself and
   * without arguments. For showing a list; each is still to be authorised.
   */
  public List<EntityId> filter(EntityId principal, String action, Collection<EntityId> resources) {
    Objects.requireNonNull(principal, "principal");
    Objects.requireNonNull(action, "action");
    return filter(resources, resource -> Request.of(principal, action, resource));
  }

  /**
   * The resources, of these, whose request would be permitted, in their order; all against one
   * policy set, one state and one instant. Listeners are not told.
   *
   * @param request what is asked of a resource
   */
  public List<EntityId> filter(
      Collection<EntityId> resources, Function<EntityId, Request> request) {
    Sitting sitting = sitting();
    return List.copyOf(resources).stream()
        .filter(resource -> sitting.ask(request.apply(resource)).wouldPermit())
        .toList();
  }

  /**
   * Whether there is anything with which the principal could be permitted the action: some
   * resource, arguments, facts, chain, session, instant and state of authority. For leaving tools
   * out of a list. False only where there is none, with the present policy set and entities; true
   * may be too much said.
   */
  public boolean couldEverPermit(EntityId principal, String action) {
    Objects.requireNonNull(principal, "principal");
    Objects.requireNonNull(action, "action");
    Loaded now = running.open();
    EntityGathering source = tools.source();
    try {
      EntityStore entities = source == null ? now.entities() : source.gather(now, principal);
      return new EverPermitted(now.policies(), entities).test(principal, action);
    } catch (EntityLoadException e) {
      return true; // what is not known may yet permit
    }
  }

  /**
   * Runs another policy set, with the entities held against its schema. If it cannot run, the one
   * before goes on. A decision that has started is finished under the set it started with.
   */
  public ReloadResult reload(PolicySet policies) {
    return forgetting(running.reload(policies));
  }

  /** Runs another policy set with other entities, as {@link #reload(PolicySet)}. */
  public ReloadResult reload(PolicySet policies, Entities entities) {
    return forgetting(running.reload(policies, entities));
  }

  /**
   * Runs the set of another bundle, as {@link #reload(PolicySet)}, unless a bundle with a higher
   * sequence number ran in this engine before, or another one with the same number; the same bundle
   * may come again. Who signed it was looked at when it was read ({@link Bundle#read}).
   */
  public ReloadResult reload(Bundle bundle) {
    return forgetting(running.reload(bundle));
  }

  /**
   * Puts other entities in the place of all there are. One that breaks the schema or is in itself
   * is taken, and what depends on it is denied.
   */
  public void updateEntities(Entities entities) {
    running.update(entities);
    latest = null;
  }

  /**
   * Changes some entities and leaves the others: all of the changes are made or none. They are
   * refused, with names, if an entity that they put would break the schema or be in itself; so
   * changes that only take away are never refused. Takes time in proportion to the changes, however
   * many entities there are. A decision that has started reads the entities it started with.
   */
  public UpdateResult updateEntities(EntityChanges changes) {
    return forgetting(running.update(changes));
  }

  /** The commands that change the state of authority. */
  public AuthorityCommands commands() {
    running.open();
    return new AuthorityCommands(authority, running::open, tools.clock());
  }

  /** The state of authority at this moment. */
  public AuthoritySnapshot authority() {
    running.open();
    return authority.read();
  }

  /**
   * What of the entities a request of this action, by a principal of this type on a resource of
   * this type, can read, be it permitted or not: what a source should have at hand for it. None
   * where the policy set declares no such requests. The types and the action may be short.
   */
  public List<EntityPath> entityPaths(String action, String principalType, String resourceType) {
    PolicySet policies = running.open().policies();
    try {
      Schema schema = policies.schema();
      Slot slot =
          new Slot(
              schema.actionNamed(action, "action").name(),
              schema.entityTypeNamed(principalType, "principalType").name(),
              schema.entityTypeNamed(resourceType, "resourceType").name());
      Slice slice = Slices.of(policies).at(slot);
      return slice == null ? List.of() : EntityPaths.of(policies, slice);
    } catch (InvalidValueException e) {
      return List.of();
    }
  }

  /** The policy set that runs. */
  public PolicySet policies() {
    return running.open().policies();
  }

  /** The hash of the policy set that runs. */
  public String policySetHash() {
    return running.open().hash();
  }

  /**
   * The obligations of a decision that the caller must carry out, or deny where it cannot: those of
   * the kinds that no handler of this engine carries out.
   */
  public List<Obligation> obligationsOfCaller(Decision decision) {
    Loaded now = running.open();
    return decision.verdict().obligations().stream()
        .filter(obligation -> !now.handlers().containsKey(obligation.name()))
        .toList();
  }

  /** A decision point for AuthZEN that asks: {@link #decideAll}. */
  public DecisionPoint asking() {
    running.open();
    return new Point(this, this::decideAll);
  }

  /** A decision point for AuthZEN that acts: {@link #authorizeAll}. */
  public DecisionPoint authorizing() {
    running.open();
    return new Point(this, this::authorizeAll);
  }

  /**
   * How the policy set that runs is decided, for people: of each slice what its rules are found by,
   * a line each. With a cache, also for which slices it is not asked and why. Then, after an empty
   * line, what is left to the executable semantics; how often is counted ({@link #planStatistics}).
   * The words are no interface.
   */
  public List<String> describePlan() {
    Loaded now = running.open();
    List<String> lines = new ArrayList<>(now.program().describe());
    if (now.cached() != null) {
      now.cached().read().stream()
          .map(CacheStatistics.SliceStatistics::describe)
          .forEach(lines::add);
    }
    lines.addAll(BY_REFERENCE);
    return List.copyOf(lines);
  }

  /** How often the program decided, and how often more was asked than it tells. */
  public PlanStatistics planStatistics() {
    return tools.evaluation() instanceof PlannedEvaluation planned
        ? planned.statistics()
        : PlanStatistics.NONE;
  }

  /** What the verdict cache counted since the engine was built. */
  public CacheStatistics cacheStatistics() {
    CachedSlices slices = running.last().cached();
    return caching == null || slices == null ? CacheStatistics.NONE : caching.read(slices);
  }

  /** What was counted since the engine was built; also after {@link #close}. */
  public EngineStatistics statistics() {
    return tools.tallies().read();
  }

  /**
   * Waits for what is being authorised, then refuses everything. Closing again does nothing.
   * Handlers and listeners of decisions that were made before may still run.
   */
  @Override
  public void close() {
    authority.change(
        state -> {
          running.close();
          return new InMemoryAuthority.Step<>(state, true);
        });
  }
}
