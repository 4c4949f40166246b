package dev.writ.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool, which the bindings of a policy set turn into a {@link Request}.
 *
 * <p>Immutable: each method gives a new call, so one may be shared between threads and asked again
 * after a reload. What it holds is not checked before it is decided: a call that fits no binding,
 * or whose arguments are no JSON, is denied, as {@code invalid_request}, and never throws.
 *
 * <pre>{@code
 * ToolCall call =
 *     ToolCall.of("banking", "send_money", argumentsJson) // what the agent sent
 *         .by(EntityId.of("Agent", "bot"))
 *         .onBehalfOf(EntityId.of("User", "ann"))
 *         .toolDigest(digest) // of the tool as the server lists it now
 *         .source("recipient", Source.USER);
 * }</pre>
 */
public final class ToolCall {

  private final @Nullable String server;
  private final String tool;
  private final @Nullable String text;
  private final @Nullable Json json;
  private final EntityId principal;
  private final List<EntityId> chain;
  private final Map<String, Json> facts;
  private final Map<String, Source> sources;
  private final Map<String, List<Source>> elementSources;
  private final List<Entity> inline;
  private final @Nullable String session;
  private final @Nullable String toolDigest;
  private final @Nullable Json intent;
  private final @Nullable String idempotencyKey;

  private ToolCall(Draft draft) {
    server = draft.what.server;
    tool = draft.what.tool;
    text = draft.what.text;
    json = draft.what.json;
    principal = draft.principal;
    chain = draft.chain;
    facts = draft.facts;
    sources = draft.sources;
    elementSources = draft.elementSources;
    inline = draft.inline;
    session = draft.session;
    toolDigest = draft.toolDigest;
    intent = draft.intent;
    idempotencyKey = draft.idempotencyKey;
  }

  /** A call of which it is not said yet who makes it. Immutable. */
  public static final class Anonymous {
    private final @Nullable String server;
    private final String tool;
    private final @Nullable String text;
    private final @Nullable Json json;

    private Anonymous(
        @Nullable String server, String tool, @Nullable String text, @Nullable Json json) {
      this.server = server;
      this.tool = Objects.requireNonNull(tool, "tool");
      this.text = text;
      this.json = json;
    }

    /** The call, made by this principal. Its type may be short, as in a {@link Request}. */
    public ToolCall by(EntityId principal) {
      return new Draft(this, principal).build();
    }
  }

  /** The parts of a call while one of them is being changed. */
  private static final class Draft {
    private final Anonymous what;
    private final EntityId principal;
    private List<EntityId> chain = List.of();
    private Map<String, Json> facts = Map.of();
    private Map<String, Source> sources = Map.of();
    private Map<String, List<Source>> elementSources = Map.of();
    private List<Entity> inline = List.of();
    private @Nullable String session;
    private @Nullable String toolDigest;
    private @Nullable Json intent;
    private @Nullable String idempotencyKey;

    private Draft(Anonymous what, EntityId principal) {
      this.what = what;
      this.principal = Objects.requireNonNull(principal, "principal");
    }

    private ToolCall build() {
      return new ToolCall(this);
    }
  }

  private Draft draft() {
    Draft draft = new Draft(new Anonymous(server, tool, text, json), principal);
    draft.chain = chain;
    draft.facts = facts;
    draft.sources = sources;
    draft.elementSources = elementSources;
    draft.inline = inline;
    draft.session = session;
    draft.toolDigest = toolDigest;
    draft.intent = intent;
    draft.idempotencyKey = idempotencyKey;
    return draft;
  }

  /**
   * A call.
   *
   * @param server the server whose tool it is, as the enforcement point knows it, or null where it
   *     is not said: then only a binding for any server takes it
   * @param tool the name of the tool
   * @param argumentsJson the arguments, a JSON object; what else it is is found when it is decided
   */
  public static Anonymous of(@Nullable String server, String tool, String argumentsJson) {
    return new Anonymous(server, tool, Objects.requireNonNull(argumentsJson, "arguments"), null);
  }

  /** A call, as {@link #of(String, String, String)}, whose arguments have been read. */
  public static Anonymous of(@Nullable String server, String tool, Json arguments) {
    return new Anonymous(server, tool, null, Objects.requireNonNull(arguments, "arguments"));
  }

  /** This call, made for others, as {@link Request#onBehalfOf(EntityId...)}. */
  public ToolCall onBehalfOf(EntityId... chain) {
    return onBehalfOf(List.of(chain));
  }

  /** This call, made for others, as {@link Request#onBehalfOf(List)}. */
  public ToolCall onBehalfOf(List<EntityId> chain) {
    Draft draft = draft();
    draft.chain = List.copyOf(chain);
    return draft.build();
  }

  /**
   * This call with a fact, in place of one of the same name: what the enforcement point knows.
   *
   * @throws IllegalArgumentException if the value is of a class that {@link Request} does not take
   */
  public ToolCall fact(String name, Object value) {
    Draft draft = draft();
    Json fact = JavaJson.of(Objects.requireNonNull(value, name), Shown.member("facts", name));
    draft.facts = Request.with(facts, name, fact);
    return draft.build();
  }

  /**
   * This call with where an argument of the tool came from, by the tool's name for it. Not told
   * means {@link Source#UNKNOWN}.
   */
  public ToolCall source(String argument, Source source) {
    Draft draft = draft();
    draft.sources = Request.with(sources, argument, source);
    return draft.build();
  }

  /**
   * This call with where each element of an argument of the tool came from, in the order of the
   * elements.
   */
  public ToolCall sources(String argument, List<Source> inOrder) {
    Draft draft = draft();
    draft.elementSources = Request.with(elementSources, argument, List.copyOf(inOrder));
    return draft.build();
  }

  /** This call within a session. */
  public ToolCall session(String id) {
    Draft draft = draft();
    draft.session = Objects.requireNonNull(id, "id");
    return draft.build();
  }

  /** This call with entities that it brings along, as {@link Request#inline}. */
  public ToolCall inline(Entity... entities) {
    Draft draft = draft();
    List<Entity> all = new ArrayList<>(inline);
    all.addAll(List.of(entities));
    draft.inline = List.copyOf(all);
    return draft.build();
  }

  /**
   * This call with the digest of the tool as its server lists it now ({@link ToolDigest}). A tool
   * that is pinned needs it.
   */
  public ToolCall toolDigest(String digest) {
    Draft draft = draft();
    draft.toolDigest = Objects.requireNonNull(digest, "digest");
    return draft.build();
  }

  /** This call with what its maker says it is for, as {@link Request#intent}. */
  public ToolCall intent(Json intent) {
    Draft draft = draft();
    draft.intent = Objects.requireNonNull(intent, "intent");
    return draft.build();
  }

  /** This call with a key by which a retry is known, as {@link Request#idempotencyKey}. */
  public ToolCall idempotencyKey(String key) {
    Draft draft = draft();
    draft.idempotencyKey = Objects.requireNonNull(key, "key");
    return draft.build();
  }

  /** The server whose tool it is, or null where it is not said. */
  public @Nullable String server() {
    return server;
  }

  /** The name of the tool. */
  public String tool() {
    return tool;
  }

  /**
   * The arguments, read anew where they were given as text.
   *
   * @throws JsonException if the text is not one JSON value, or passes {@link JsonLimits#DEFAULT}
   */
  public Json arguments() throws JsonException {
    return json == null ? JsonReader.read(Objects.requireNonNull(text)) : json;
  }

  /**
   * A request for what the call asks for, with everything that is said of it and needs no binding:
   * principal, chain, facts, session, entities, intent and key.
   *
   * @param action what is done
   * @param resource on what
   */
  public Request request(String action, EntityId resource) {
    Request request =
        Request.of(principal, action, resource)
            .onBehalfOf(chain)
            .inline(inline.toArray(Entity[]::new));
    for (Map.Entry<String, Json> fact : facts.entrySet()) {
      request = request.fact(fact.getKey(), fact.getValue());
    }
    request = session == null ? request : request.session(session);
    request = intent == null ? request : request.intent(intent);
    return idempotencyKey == null ? request : request.idempotencyKey(idempotencyKey);
  }

  /** Who makes it. */
  public EntityId principal() {
    return principal;
  }

  /** For whom, nearest first; empty where the principal acts for itself. */
  public List<EntityId> chain() {
    return chain;
  }

  /** Where arguments came from, as far as it was told, by the tool's names for them. */
  public Map<String, Source> sources() {
    return sources;
  }

  /** Where the elements of arguments came from, in order, as far as it was told. */
  public Map<String, List<Source>> elementSources() {
    return elementSources;
  }

  /** The id of its session, or null. */
  public @Nullable String session() {
    return session;
  }

  /** The digest of the tool as its server lists it now, or null where it was not told. */
  public @Nullable String toolDigest() {
    return toolDigest;
  }

  /** Who and which tool; no arguments and no facts. */
  @Override
  public String toString() {
    return principal + " " + tool + (server == null ? "" : " of " + server);
  }
}
