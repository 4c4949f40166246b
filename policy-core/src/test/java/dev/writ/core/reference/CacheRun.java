package dev.writ.core.reference;

import dev.writ.core.authority.AuthorityJson;
import dev.writ.core.authority.AuthoritySnapshot;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.SessionRecord;
import dev.writ.core.authority.Suspension;
import dev.writ.core.decision.Decision;
import dev.writ.core.engine.CacheStatistics;
import dev.writ.core.engine.EntitySource;
import dev.writ.core.engine.TwoWays;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityChanges;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.EntityStore;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.core.model.Request;
import dev.writ.core.model.Source;
import dev.writ.core.slice.EntityPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Requests, and changes between them, decided with a cache and without. For one thread. */
final class CacheRun {
  private static final int STEPS = 30;
  private static final List<EntityId> GROUPS =
      List.of(Realm.SRE, Realm.SEC, Realm.ENG, Realm.PAY, Exprs.id("Team", "ring1"));

  private static final List<EntityId> ORIGINS =
      List.of(Realm.ANN, Realm.BO, Realm.CY, Realm.DI, Realm.BOT, Realm.HELPER);

  /** What leaves the state of authority as it is. */
  private static final Set<String> ELSEWHERE =
      Set.of("nothing", "entity", "elsewhere", "reload", "later", "earlier", "hours");

  long decisions;
  long hits;
  long stale;
  long unfit;
  long permitsHit;
  boolean failed;
  private final Map<String, Integer> changes = new TreeMap<>();

  /** Entities elsewhere. */
  private static final class Directory implements EntitySource {
    private final Map<EntityId, Entity> entities = new HashMap<>();
    private final Map<EntityId, Integer> versions = new HashMap<>();
    private final boolean whole;
    private int version;

    Directory(boolean whole) {
      this.whole = whole;
    }

    void put(Entity entity) {
      entities.put(entity.uid(), entity);
      versions.put(entity.uid(), ++version);
    }

    void remove(EntityId id) {
      entities.remove(id);
      versions.put(id, ++version);
    }

    @Override
    public List<Entity> load(Set<EntityId> ids) {
      return ids.stream().map(entities::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Object version(Set<EntityId> ids) {
      return whole ? version : ids.stream().map(id -> versions.getOrDefault(id, 0)).toList();
    }
  }

  /** One series of requests and changes. */
  private final class Series {
    private final Dice dice;
    private final List<PolicySet> sets = new ArrayList<>();
    private final List<GeneratedWorld> worlds;
    private final List<Request> requests = new ArrayList<>();
    private final @Nullable Directory directory;
    private final TwoWays ways;
    private EntityStore store;
    private AuthoritySnapshot state;
    private long clock;
    private String last = "nothing";

    Series(long seed) {
      Random random = new Random(seed);
      dice = new Dice(random);
      worlds = GeneratedWorld.wide(random, seed % 3 != 0, 6);
      boolean sessions = dice.percent(60);
      PolicySet generated = worlds.get(0).policies();
      PolicySet policies = new CachePolicies(dice).of(generated, dice.percent(15), sessions);
      sets.addAll(List.of(policies, policies, CachePolicies.shorter(policies)));
      directory =
          seed % 2 == 0 || EntityPaths.readsEverybody(policies)
              ? null
              : new Directory(seed % 5 == 0);
      store = Realm.store(Realm.INHABITANTS);
      if (directory != null) {
        List<Entity> held = new ArrayList<>();
        for (Entity entity : Realm.INHABITANTS) {
          if (dice.percent(40)) {
            held.add(entity);
          } else {
            directory.put(entity);
          }
        }
        store = Realm.store(held);
      }
      ways = new TwoWays(policies, directory, 4L << 20, Set.of("log"));
      clock = worlds.get(0).clock();
      state = sessions();
      for (GeneratedWorld world : worlds) {
        Request known = dice.percent(90) ? known(world.request()) : world.request();
        Request request = sessions ? ofSession(known) : bare(known);
        requests.add(request);
        requests.add(varied(request));
        requests.add(varied(request));
      }
    }

    /** The same by somebody whose groups are known. */
    private Request known(Request request) {
      EntityId principal = request.principal();
      return principal.equals(Realm.LOST) || principal.equals(Realm.LOOP)
          ? GeneratedRequests.addressed(
              dice,
              Request.of(Realm.BOT, request.action(), request.resource())
                  .onBehalfOf(request.chain())
                  .arg("env", "prod")
                  .arg("amount", 1))
          : request;
    }

    private Request ofSession(Request request) {
      List<EntityId> chain = request.chain();
      EntityId origin = chain.isEmpty() ? request.principal() : chain.get(chain.size() - 1);
      return request.session("s-" + origin.id());
    }

    private AuthoritySnapshot sessions() {
      AuthoritySnapshot.Builder builder =
          dice.percent(60)
              ? AuthoritySnapshot.builder()
              : worlds.get(0).state().toBuilder().at(7, clock - 60_000);
      for (EntityId origin : ORIGINS) {
        builder.put(session(origin));
      }
      return builder.build();
    }

    private SessionRecord session(EntityId origin) {
      SessionRecord any = GeneratedAuthority.session(dice, origin);
      return new SessionRecord(
          "s-" + origin.id(), origin, null, any.values(), any.labels(), any.startedMillis());
    }

    /** The same without a session. */
    private Request bare(Request request) {
      return copy(request.principal(), request, request.resource());
    }

    /** The same by another principal or on another resource. */
    private Request of(EntityId principal, Request like, EntityId resource) {
      Request request = copy(principal, like, resource);
      String session = like.session();
      return session == null ? request : request.session(session);
    }

    private Request copy(EntityId principal, Request like, EntityId resource) {
      Request request = Request.of(principal, like.action(), resource).onBehalfOf(like.chain());
      for (Map.Entry<String, Json> arg : like.args().entrySet()) {
        request = request.arg(arg.getKey(), arg.getValue());
      }
      for (Map.Entry<String, Json> fact : like.facts().entrySet()) {
        request = request.fact(fact.getKey(), fact.getValue());
      }
      for (Map.Entry<String, Source> source : like.sources().entrySet()) {
        request = request.source(source.getKey(), source.getValue());
      }
      return request;
    }

    /** The same but for one thing. */
    private Request varied(Request request) {
      return switch (dice.below(14)) {
        case 12, 13 -> request.source("env", dice.of(Source.values()));
        case 10 -> {
          List<EntityId> chain = request.chain();
          yield chain.isEmpty()
              ? request
              : request.onBehalfOf(
                  chain.size() > 1
                      ? chain.subList(1, chain.size())
                      : List.of(Realm.HELPER, chain.get(0)));
        }
        case 11 ->
            request
                .arg("to", List.of("a", "b"))
                .elementSources("to", dice.some(2, 2, () -> dice.of(Source.values())));
        case 6 ->
            of(dice.of(Realm.BOT, Realm.HELPER, Realm.ANN, Realm.BO), request, request.resource());
        case 7 -> of(request.principal(), request, dice.of(Realm.LEDGER, Realm.LOG));
        case 8 -> request.source(dice.of("env", "amount"), dice.of(Source.values()));
        case 9 ->
            Request.of(request.principal(), dice.of("read", "deploy"), request.resource())
                .onBehalfOf(request.chain())
                .arg("env", "prod")
                .arg("amount", 1);
        case 0 -> request.arg("env", dice.of("prod", "dev"));
        case 1 -> request.arg("amount", dice.of(1, 2, 12));
        case 2 -> request.arg("ticket", dice.of("OPS-1", "OPS-2"));
        case 3 -> request.fact("digest", "sha256:" + dice.below(3));
        case 4 -> request.onBehalfOf(dice.of(Realm.ANN, Realm.BO, Realm.CY));
        default -> GeneratedRequests.addressed(dice, request);
      };
    }

    @Nullable String run() throws Exception {
      for (int step = 0; step < STEPS; step++) {
        for (int i = 0; i < 10; i++) {
          Request request = dice.of(requests);
          String difference = asked(dice.percent(10) ? again(request) : request);
          if (difference != null) {
            return "step " + step + " after " + last + ": " + request + "\n" + difference;
          }
        }
        change();
      }
      return null;
    }

    /** The same request, made anew. */
    private Request again(Request request) {
      return request.onBehalfOf(request.chain());
    }

    private @Nullable String asked(Request request) throws Exception {
      long before = ways.statistics().hits();
      boolean acting = dice.percent(15);
      TwoWays.Pair pair =
          acting
              ? ways.authorize(store, state, clock, request)
              : ways.decide(store, state, clock, request);
      decisions++;
      boolean hit = ways.statistics().hits() > before;
      permitsHit += hit && pair.cached().wouldPermit() ? 1 : 0;
      boolean whole = hit && dice.percent(12);
      if (!briefly(pair.cached()).equals(briefly(pair.plain()))
          || (whole && !wholly(pair.cached()).equals(wholly(pair.plain())))) {
        return (hit ? "hit: " : "evaluated: ")
            + wholly(pair.cached())
            + "\nplain: "
            + wholly(pair.plain());
      }
      if (acting && !canonical(pair.afterCached()).equals(canonical(pair.afterPlain()))) {
        return "another state afterwards";
      }
      state = pair.afterPlain();
      return null;
    }

    private String canonical(AuthoritySnapshot snapshot) {
      return JsonWriter.canonical(AuthorityJson.write(snapshot));
    }

    private List<Object> briefly(Decision decision) {
      return List.of(
          decision.verdict(),
          decision.permitted(),
          decision.position(),
          decision.nowMillis(),
          decision.entityVersion());
    }

    private String wholly(Decision decision) {
      Map<String, Json> members = new TreeMap<>(decision.toJson().members());
      members.remove("id");
      return new Json.Obj(members).toString();
    }

    private void change() {
      String[] kinds = {
        "nothing",
        "grant",
        "revoke",
        "approval",
        "suspend",
        "lift",
        "label",
        "session",
        "entity",
        "entity",
        "elsewhere",
        "reload",
        "later",
        "earlier",
        "hours",
        "counter"
      };
      last = dice.of(kinds);
      changes.merge(last, 1, Integer::sum);
      AuthoritySnapshot other = dice.of(worlds).state();
      AuthoritySnapshot.Builder next =
          state.toBuilder().at(state.position() + 1, state.latestMillis());
      switch (last) {
        case "grant" -> some(other.grants()).forEach(next::put);
        case "revoke" ->
            some(state.grants()).forEach(grant -> next.put(grant.in(GrantRecord.Status.REVOKED)));
        case "approval" -> some(other.approvals()).forEach(next::put);
        case "suspend" ->
            next.put(
                new Suspension(
                    dice.of(Realm.BOT, Realm.ANN, Realm.SRE, Realm.ENG, Realm.PAY),
                    Realm.DI,
                    "",
                    clock));
        case "lift" -> state.suspensions().forEach(each -> next.lift(each.entity()));
        case "label" ->
            some(state.sessions())
                .forEach(each -> next.put(each.labelled(new TreeSet<>(Set.of("tainted")))));
        case "session" -> next.put(session(dice.of(ORIGINS)));
        case "counter" -> some(other.counters()).forEach(next::put);
        case "entity" -> store = store.with(changed(store));
        case "elsewhere" -> elsewhere();
        case "reload" -> ways.reload(dice.of(sets), dice.percent(50));
        case "later" -> clock += dice.of(1, 999, 60_000, 3_600_000);
        case "earlier" -> clock -= dice.of(1, 60_000, 3_600_000);
        case "hours" -> clock = GeneratedInstants.any(dice);
        default -> {}
      }
      if (!ELSEWHERE.contains(last)) {
        state = next.build();
      }
    }

    private <T> List<T> some(List<T> all) {
      return all.isEmpty() ? List.of() : List.of(dice.of(all));
    }

    private EntityChanges changed(EntityStore present) {
      Entity entity = dice.of(Realm.INHABITANTS);
      if (directory != null && present.node(entity.uid()) == null && dice.percent(80)) {
        return EntityChanges.NONE;
      }
      return dice.percent(15)
          ? EntityChanges.removing(entity.uid())
          : EntityChanges.of(changed(entity));
    }

    private void elsewhere() {
      if (directory != null) {
        Entity entity = dice.of(Realm.INHABITANTS);
        if (dice.percent(20)) {
          directory.remove(entity.uid());
        } else {
          directory.put(changed(entity));
        }
      }
    }

    private Entity changed(Entity entity) {
      if (dice.percent(40)) {
        Set<EntityId> parents = new LinkedHashSet<>(dice.some(0, 2, () -> dice.of(GROUPS)));
        return new Entity(entity.uid(), entity.attrs(), parents);
      }
      Map<String, Object> values =
          Map.of(
              "frozen", dice.percent(50),
              "oncall", dice.percent(50),
              "owner", dice.of("ann", "bo"),
              "team", dice.of("sre", "sec"),
              "person", dice.of("ann", "bo", "cy"));
      List<String> names = entity.attrs().keySet().stream().filter(values::containsKey).toList();
      return names.isEmpty()
          ? entity
          : entity.with(names.get(0), Objects.requireNonNull(values.get(names.get(0))));
    }
  }

  /** The first difference in these series, as one line; null where there is none. */
  static @Nullable String firstDifference(long from, int seeds) {
    CacheRun run = new CacheRun();
    String found = null;
    for (long seed = from; seed < from + seeds && found == null; seed++) {
      String difference = run.run(seed);
      found =
          difference == null
              ? null
              : "seed " + seed + " " + difference.lines().findFirst().orElse("");
      found = run.failed ? "seed " + seed + ": the cache is off" : found;
    }
    return found;
  }

  /** Runs one series; what differed, or null. */
  @Nullable String run(long seed) {
    Series series = new Series(seed);
    String difference;
    try {
      difference = series.run();
    } catch (Exception e) {
      throw new AssertionError("seed " + seed, e);
    }
    CacheStatistics counted = series.ways.statistics();
    hits += counted.hits();
    stale += counted.stale();
    unfit += counted.unfit();
    failed |= counted.failed();
    return difference;
  }

  @Override
  public String toString() {
    return decisions
        + " decisions, "
        + hits
        + " hits ("
        + permitsHit
        + " permits), "
        + stale
        + " stale, "
        + unfit
        + " unfit, "
        + changes;
  }
}
