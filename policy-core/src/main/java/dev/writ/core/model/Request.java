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
  private final @Nullable Told args;
  private final @Nullable Told facts;
  private final Envelope envelope;
  private @Nullable Object note;

  private Request(
      EntityId principal,
      String action,
      EntityId resource,
      @Nullable Told args,
      @Nullable Told facts,
      Envelope envelope) {
    this.principal = Objects.requireNonNull(principal, "principal");
    this.action = Objects.requireNonNull(action, "action");
    this.resource = Objects.requireNonNull(resource, "resource");
    this.args = args;
    this.facts = facts;
    this.envelope = envelope;
  }

  /** What most requests have nothing of. */
  private record Envelope(
      List<EntityId> chain,
      Map<String, Source> sources,
      Map<String, List<Source>> elementSources,
      List<Entity> inline,
      @Nullable String session,
      @Nullable Json intent,
      @Nullable String idempotencyKey) {
    private static final Envelope EMPTY =
        new Envelope(List.of(), Map.of(), Map.of(), List.of(), null, null, null);

    Envelope chain(List<EntityId> other) {
      return new Envelope(other, sources, elementSources, inline, session, intent, idempotencyKey);
    }

    Envelope sources(Map<String, Source> other) {
      return new Envelope(chain, other, elementSources, inline, session, intent, idempotencyKey);
    }

    Envelope elementSources(Map<String, List<Source>> other) {
      return new Envelope(chain, sources, other, inline, session, intent, idempotencyKey);
    }

    Envelope inline(List<Entity> other) {
      return new Envelope(chain, sources, elementSources, other, session, intent, idempotencyKey);
    }

    Envelope session(String other) {
      return new Envelope(chain, sources, elementSources, inline, other, intent, idempotencyKey);
    }

    Envelope intent(Json other) {
      return new Envelope(chain, sources, elementSources, inline, session, other, idempotencyKey);
    }

    Envelope idempotencyKey(String other) {
      return new Envelope(chain, sources, elementSources, inline, session, intent, other);
    }
  }

  private Request with(Envelope other) {
    return new Request(principal, action, resource, args, facts, other);
  }

  /**
   * A request without delegators, arguments and facts. Types and action may be short where the
   * policy set has exactly one of that name.
   */
  public static Request of(EntityId principal, String action, EntityId resource) {
    return new Request(principal, action, resource, null, null, Envelope.EMPTY);
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
    return with(envelope.chain(List.copyOf(chain)));
  }

  /**
   * This request with an argument, in place of one of the same name: what the principal chose.
   *
   * @throws IllegalArgumentException if the value is of a class that is not taken
   */
  public Request arg(String name, Object value) {
    Told told = Told.with(args, name, Told.value(value, "args", name));
    return new Request(principal, action, resource, told, facts, envelope);
  }

  /**
   * This request with a fact, in place of one of the same name: what the enforcement point knows.
   *
   * @throws IllegalArgumentException if the value is of a class that is not taken
   */
  public Request fact(String name, Object value) {
    Told told = Told.with(facts, name, Told.value(value, "facts", name));
    return new Request(principal, action, resource, args, told, envelope);
  }

  /** This request with where an argument came from. Not told means {@link Source#UNKNOWN}. */
  public Request source(String arg, Source source) {
    return with(envelope.sources(with(envelope.sources, arg, source)));
  }

  /**
   * This request with where each element of an argument came from, in the order of the elements.
   */
  public Request elementSources(String arg, List<Source> inOrder) {
    List<Source> copy = List.copyOf(inOrder);
    return with(envelope.elementSources(with(envelope.elementSources, arg, copy)));
  }

  /** This request within a session. */
  public Request session(String id) {
    return with(envelope.session(Objects.requireNonNull(id, "id")));
  }

  /**
   * This request with entities that it brings along. They count for types declared {@code inline
   * entity}, and where nothing is stored of them.
   */
  public Request inline(Entity... entities) {
    List<Entity> all = new ArrayList<>(envelope.inline);
    all.addAll(List.of(entities));
    return with(envelope.inline(List.copyOf(all)));
  }

  /** This request with what its maker says it is for: kept in the audit, never read by policies. */
  public Request intent(Json intent) {
    return with(envelope.intent(Objects.requireNonNull(intent, "intent")));
  }

  /** This request with a key by which a retry of it is known: it does nothing twice. */
  public Request idempotencyKey(String key) {
    return with(envelope.idempotencyKey(Objects.requireNonNull(key, "key")));
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
    return envelope.chain;
  }

  /** What the principal chose. */
  public Map<String, Json> args() {
    return Told.map(args);
  }

  /** What the enforcement point knows. */
  public Map<String, Json> facts() {
    return Told.map(facts);
  }

  /** Where arguments came from, as far as it was told. */
  public Map<String, Source> sources() {
    return envelope.sources;
  }

  /** Where the elements of arguments came from, in order, as far as it was told. */
  public Map<String, List<Source>> elementSources() {
    return envelope.elementSources;
  }

  /** The entities it brings along. */
  public List<Entity> inline() {
    return envelope.inline;
  }

  /** The id of its session, or null. */
  public @Nullable String session() {
    return envelope.session;
  }

  /** What it is for, or null. */
  public @Nullable Json intent() {
    return envelope.intent;
  }

  /** By which key a retry is known, or null. */
  public @Nullable String idempotencyKey() {
    return envelope.idempotencyKey;
  }

  /** The arguments as they were told. */
  @Nullable Told toldArgs() {
    return args;
  }

  /** The facts as they were told. */
  @Nullable Told toldFacts() {
    return facts;
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
