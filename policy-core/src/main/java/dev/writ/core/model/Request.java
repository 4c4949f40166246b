package dev.writ.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question: may this principal do this action on this resource, for these others, with these
 * arguments, given these facts?
 *
 * <p>Immutable, but for a note that an engine may leave: each method gives a new request, so one
 * may be shared between threads and asked again after a reload. What it holds is not checked before
 * it is decided: a request that does not fit the policy set is denied, as {@code invalid_request},
 * and never throws.
 *
 * <pre>{@code
 * Request request =
 *     Request.of(EntityId.of("Agent", "bot"), "deploy", EntityId.of("Service", "ledger"))
 *         .onBehalfOf(EntityId.of("User", "ann"))
 *         .arg("environment", "prod") // what the agent chose
 *         .fact("digest", digest); // what this service knows
 * }</pre>
 *
 * <p>An argument or a fact is a {@link String}, {@link Boolean}, {@link Integer}, {@link Long} or
 * another exact number, {@link java.time.Instant} (cut to milliseconds), {@link
 * java.time.Duration}, {@link EntityId}, {@link Value}, {@link Json}, or a collection of such, or a
 * map from strings to such. An enum is passed by its spelling. Anything else is an {@link
 * IllegalArgumentException}, {@code double} among it: it is not exact.
 */
public final class Request {

  private final EntityId principal;
  private final String action;
  private final EntityId resource;
  private final List<EntityId> chain;
  private final Map<String, Json> args;
  private final Map<String, Json> facts;
  private final Map<String, Source> sources;
  private final Map<String, List<Source>> elementSources;
  private final List<Entity> inline;
  private final @Nullable String session;
  private final @Nullable Json intent;
  private final @Nullable String idempotencyKey;
  private @Nullable Object note;

  private Request(Draft draft) {
    principal = draft.principal;
    action = draft.action;
    resource = draft.resource;
    chain = draft.chain;
    args = draft.args;
    facts = draft.facts;
    sources = draft.sources;
    elementSources = draft.elementSources;
    inline = draft.inline;
    session = draft.session;
    intent = draft.intent;
    idempotencyKey = draft.idempotencyKey;
  }

  /** The parts of a request while one of them is being changed. */
  private static final class Draft {
    private final EntityId principal;
    private final String action;
    private final EntityId resource;
    private List<EntityId> chain = List.of();
    private Map<String, Json> args = Map.of();
    private Map<String, Json> facts = Map.of();
    private Map<String, Source> sources = Map.of();
    private Map<String, List<Source>> elementSources = Map.of();
    private List<Entity> inline = List.of();
    private @Nullable String session;
    private @Nullable Json intent;
    private @Nullable String idempotencyKey;

    private Draft(EntityId principal, String action, EntityId resource) {
      this.principal = Objects.requireNonNull(principal, "principal");
      this.action = Objects.requireNonNull(action, "action");
      this.resource = Objects.requireNonNull(resource, "resource");
    }

    private Request build() {
      return new Request(this);
    }
  }

  private Draft draft() {
    Draft draft = new Draft(principal, action, resource);
    draft.chain = chain;
    draft.args = args;
    draft.facts = facts;
    draft.sources = sources;
    draft.elementSources = elementSources;
    draft.inline = inline;
    draft.session = session;
    draft.intent = intent;
    draft.idempotencyKey = idempotencyKey;
    return draft;
  }

  /**
   * A request without delegators, arguments and facts. Types and action may be short where the
   * policy set has exactly one of that name.
   */
  public static Request of(EntityId principal, String action, EntityId resource) {
    return new Draft(principal, action, resource).build();
  }

  /**
   * This request, made for others: the delegation chain from the principal's own delegator to the
   * origin, in place of any given before. It comes from a verified token, never from what an agent
   * wrote.
   */
  public Request onBehalfOf(EntityId... chain) {
    return onBehalfOf(List.of(chain));
  }

  /** This request, made for others, as {@link #onBehalfOf(EntityId...)}. */
  public Request onBehalfOf(List<EntityId> chain) {
    Draft draft = draft();
    draft.chain = List.copyOf(chain);
    return draft.build();
  }

  /**
   * This request with an argument, in place of one of the same name: what the principal chose.
   *
   * @throws IllegalArgumentException if the value is of a class that is not taken
   */
  public Request arg(String name, Object value) {
    Draft draft = draft();
    draft.args = with(args, name, json(value, "args", name));
    return draft.build();
  }

  /**
   * This request with a fact, in place of one of the same name: what the enforcement point knows.
   *
   * @throws IllegalArgumentException if the value is of a class that is not taken
   */
  public Request fact(String name, Object value) {
    Draft draft = draft();
    draft.facts = with(facts, name, json(value, "facts", name));
    return draft.build();
  }

  /** This request with where an argument came from. Not told means {@link Source#UNKNOWN}. */
  public Request source(String arg, Source source) {
    Draft draft = draft();
    draft.sources = with(sources, arg, source);
    return draft.build();
  }

  /**
   * This request with where each element of an argument came from, in the order of the elements.
   */
  public Request elementSources(String arg, List<Source> inOrder) {
    Draft draft = draft();
    draft.elementSources = with(elementSources, arg, List.copyOf(inOrder));
    return draft.build();
  }

  /** This request within a session. */
  public Request session(String id) {
    Draft draft = draft();
    draft.session = Objects.requireNonNull(id, "id");
    return draft.build();
  }

  /**
   * This request with entities that it brings along. They count for types declared {@code inline
   * entity}, and where nothing is stored of them.
   */
  public Request inline(Entity... entities) {
    Draft draft = draft();
    draft.inline = new ArrayList<>(inline);
    draft.inline.addAll(List.of(entities));
    draft.inline = List.copyOf(draft.inline);
    return draft.build();
  }

  /** This request with what its maker says it is for: kept in the audit, never read by policies. */
  public Request intent(Json intent) {
    Draft draft = draft();
    draft.intent = Objects.requireNonNull(intent, "intent");
    return draft.build();
  }

  /** This request with a key by which a retry of it is known: it does nothing twice. */
  public Request idempotencyKey(String key) {
    Draft draft = draft();
    draft.idempotencyKey = Objects.requireNonNull(key, "key");
    return draft.build();
  }

  private static Json json(Object value, String root, String name) {
    return JavaJson.of(Objects.requireNonNull(value, name), Shown.member(root, name));
  }

  /** The map with one entry more, or another in its place. */
  static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
    Map<String, V> changed = new LinkedHashMap<>(map);
    changed.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return Collections.unmodifiableMap(changed);
  }

  /** Who acts. */
  public EntityId principal() {
    return principal;
  }

  /** What is done. */
  public String action() {
    return action;
  }

  /** On what. */
  public EntityId resource() {
    return resource;
  }

  /** For whom, nearest first; empty where the principal acts for itself. */
  public List<EntityId> chain() {
    return chain;
  }

  /** What the principal chose. */
  public Map<String, Json> args() {
    return args;
  }

  /** What the enforcement point knows. */
  public Map<String, Json> facts() {
    return facts;
  }

  /** Where arguments came from, as far as it was told. */
  public Map<String, Source> sources() {
    return sources;
  }

  /** Where the elements of arguments came from, in order, as far as it was told. */
  public Map<String, List<Source>> elementSources() {
    return elementSources;
  }

  /** The entities it brings along. */
  public List<Entity> inline() {
    return inline;
  }

  /** The id of its session, or null. */
  public @Nullable String session() {
    return session;
  }

  /** What it is for, or null. */
  public @Nullable Json intent() {
    return intent;
  }

  /** By which key a retry is known, or null. */
  public @Nullable String idempotencyKey() {
    return idempotencyKey;
  }

  /**
   * What an engine that was asked this before left here, as far as this thread knows, or null: so
   * that a request that is asked again is not held against the schema again. No part of what the
   * request says.
   */
  public @Nullable Object note() {
    return note;
  }

  /**
   * Leaves something in place of anything before, for {@link #note()}.
   *
   * @param immutable must tell by itself what it was worked out for
   */
  public void leave(Object immutable) {
    this.note = Objects.requireNonNull(immutable, "immutable");
  }

  /** Who, what and on what; no arguments and no facts. */
  @Override
  public String toString() {
    return principal + " " + action + " " + resource;
  }
}
