package dev.writ.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Holds a request against a schema and the entities (language reference, section 4).
 *
 * <p>The parts are checked in this order, and the first fault is the one that is told: action,
 * principal, resource, entities brought along, chain, arguments, facts, sources, session, key and
 * intent.
 */
public final class RequestBinding {

  private final Schema schema;
  private final EntityStore stored;
  private final Request request;
  private final DataLimits limits;

  /** Whether principal and chain are to be known. */
  private final boolean seen;

  private RequestBinding(
      Schema schema, EntityStore stored, Request request, DataLimits limits, boolean seen) {
    this.seen = seen;
    this.schema = schema;
    this.stored = stored;
    this.request = request;
    this.limits = limits;
  }

  /**
   * The request with every name resolved and every value typed. A resource that is not known is
   * taken: reading it is an error of evaluation.
   *
   * @throws InvalidRequestException if the request does not fit
   */
  public static BoundRequest bind(
      Schema schema, EntityStore entities, Request request, DataLimits limits)
      throws InvalidRequestException {
    RequestForms forms = entities.forms(schema, limits);
    BoundRequest bound = forms == null ? null : forms.bind(entities, request);
    return bound == null ? bindClosely(schema, entities, request, limits) : bound;
  }

  /** The same, part by part. */
  static BoundRequest bindClosely(
      Schema schema, EntityStore entities, Request request, DataLimits limits)
      throws InvalidRequestException {
    try {
      return new RequestBinding(schema, entities, request, limits, true).bind();
    } catch (InvalidValueException e) {
      throw new InvalidRequestException(e.place(), e.reason());
    }
  }

  /**
   * The same without asking whether the principal and its chain are known. For who knows it
   * otherwise, or only asks what the request is about.
   *
   * @throws InvalidRequestException if the request does not fit for another reason
   */
  public static BoundRequest bindUnseen(
      Schema schema, EntityStore entities, Request request, DataLimits limits)
      throws InvalidRequestException {
    try {
      return new RequestBinding(schema, entities, request, limits, false).bind();
    } catch (InvalidValueException e) {
      throw new InvalidRequestException(e.place(), e.reason());
    }
  }

  private BoundRequest bind() throws InvalidValueException {
    ActionDef action = schema.actionNamed(request.action(), "action");
    EntityId principal = entity(request.principal(), "principal");
    check(action, "principal", principal, action.principalTypes());
    EntityId resource = entity(request.resource(), "resource");
    check(action, "resource", resource, action.resourceTypes());
    EntityStore entities = stored.withInline(request.inline(), "entities");
    checkKnown(entities, principal, "principal");
    List<EntityId> chain = chain(action, principal, entities);
    ValueReader reader = new ValueReader(schema, limits);
    RecordValue args = reader.readRecord(new Json.Obj(request.args()), action.args(), "args");
    RecordValue facts = reader.readRecord(new Json.Obj(request.facts()), action.facts(), "facts");
    for (String arg : request.sources().keySet()) {
      checkDeclared(action, arg);
    }
    Map<String, Map<Value, Source>> elementSources = elementSources(action, args);
    checkEnvelope();
    return new BoundRequest(
        action,
        principal,
        resource,
        chain,
        args,
        facts,
        request.session(),
        request.sources(),
        elementSources,
        entities);
  }

  private EntityId entity(EntityId id, String place) throws InvalidValueException {
    checkText(id.id(), place);
    return schema.qualified(id, place);
  }

  private static void check(ActionDef action, String place, EntityId id, SortedSet<String> types)
      throws InvalidValueException {
    if (!types.contains(id.type())) {
      throw new InvalidValueException(
          place,
          "action "
              + Shown.text(action.name())
              + " has no "
              + (place.equals("resource") ? "resource" : "principal")
              + " of type "
              + Shown.text(id.type())
              + ", only of "
              + Shown.list(types));
    }
  }

  private void checkKnown(EntityStore entities, EntityId id, String place)
      throws InvalidValueException {
    if (!seen) {
      return;
    }
    EntityAnswer<RecordValue> answer = entities.attributes(id);
    if (answer instanceof EntityAnswer.Failed<RecordValue> failed) {
      throw new InvalidValueException(place, reason(failed.problem()));
    }
  }

  /** How an entity breaks the schema is the operator's business, not that of who asks. */
  private static String reason(EntityProblem problem) {
    return problem.kind() == EntityProblem.Kind.BROKEN
        ? "entity " + Shown.text(problem.entity().toString()) + " breaks the schema"
        : problem.detail();
  }

  private List<EntityId> chain(ActionDef action, EntityId principal, EntityStore entities)
      throws InvalidValueException {
    int size = request.chain().size();
    if (size > limits.chain()) {
      throw new InvalidValueException(
          "chain", "at most " + limits.chain() + " members are allowed, found " + size);
    }
    List<EntityId> chain = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String place = "chain[" + i + "]";
      EntityId member = entity(request.chain().get(i), place);
      check(action, place, member, action.principalTypes());
      if (member.equals(principal) || chain.contains(member)) {
        throw new InvalidValueException(
            place, Shown.text(member.toString()) + " stands twice among principal and chain");
      }
      checkKnown(entities, member, place);
      chain.add(member);
    }
    return chain;
  }

  private void checkText(String text, String place) throws InvalidValueException {
    check(limits.textProblem(text), place);
  }

  private static void check(Optional<String> problem, String place) throws InvalidValueException {
    if (problem.isPresent()) {
      throw new InvalidValueException(place, problem.get());
    }
  }

  private static void check(boolean wrong, String place, String problem)
      throws InvalidValueException {
    check(wrong ? Optional.of(problem) : Optional.empty(), place);
  }

  /** Checks what policies cannot read but the records of the decision carry. */
  private void checkEnvelope() throws InvalidValueException {
    String session = request.session();
    if (session != null) {
      checkText(session, "session");
      check(session.isEmpty(), "session", "the id of a session is not empty");
    }
    String key = request.idempotencyKey();
    if (key != null) {
      checkText(key, "idempotencyKey");
    }
    Json intent = request.intent();
    if (intent != null) {
      check(intent.accept(new OpaqueCheck(limits, 0)), "intent");
    }
  }

  private static void checkDeclared(ActionDef action, String arg) throws InvalidValueException {
    if (action.args().field(arg) == null) {
      throw new InvalidValueException(
          Shown.member("sources", arg), "no such argument is declared: its source cannot be told");
    }
  }

  private Map<String, Map<Value, Source>> elementSources(ActionDef action, RecordValue args)
      throws InvalidValueException {
    Map<String, Map<Value, Source>> sources = new LinkedHashMap<>();
    for (Map.Entry<String, List<Source>> told : request.elementSources().entrySet()) {
      checkDeclared(action, told.getKey());
      Value value = args.get(told.getKey());
      if (value != null) {
        sources.put(told.getKey(), elementSources(told.getKey(), value, told.getValue()));
      }
    }
    return sources;
  }

  private static Map<Value, Source> elementSources(String arg, Value value, List<Source> told)
      throws InvalidValueException {
    int size = value instanceof SetValue set ? set.elements().size() : -1;
    if (!(value instanceof SetValue set) || size != told.size()) {
      throw new InvalidValueException(
          Shown.member("sources", arg),
          size < 0
              ? "the argument is no set: tell its source as a whole"
              : "the set has "
                  + size
                  + " elements, but the sources of "
                  + told.size()
                  + " are told");
    }
    Map<Value, Source> sources = new LinkedHashMap<>();
    for (Value element : set.elements()) {
      sources.put(element, told.get(sources.size()));
    }
    return sources;
  }
}
