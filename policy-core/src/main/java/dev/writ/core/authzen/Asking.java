package dev.writ.core.authzen;

import dev.writ.core.model.ActionDef;
import dev.writ.core.model.Entity;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.InvalidValueException;
import dev.writ.core.model.Json;
import dev.writ.core.model.Request;
import dev.writ.core.model.Schema;
import dev.writ.core.model.Type;
import dev.writ.core.model.Type.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request of an evaluation.
 *
 * <p>Properties of an entity come with the request as an entity of a type that is declared {@code
 * inline}; where such an entity is told by its id alone and needs no attribute, it comes too, so
 * that it is known. What is stored always counts more. Strictly, anything undeclared stays in the
 * request, which is then denied as invalid; leniently it is left out and listed.
 */
final class Asking {

  private final Schema schema;
  private final boolean lenient;
  private final List<String> dropped = new ArrayList<>();

  Asking(Schema schema, boolean lenient) {
    this.schema = schema;
    this.lenient = lenient;
  }

  /** What was left out, as {@code facts.time}. */
  List<String> dropped() {
    return List.copyOf(dropped);
  }

  Request request(Evaluation evaluation, Vouched vouched) {
    Party subject = evaluation.subject();
    Party resource = evaluation.resource();
    Request request = Request.of(subject.id(), evaluation.action(), resource.id());
    ActionDef action = action(evaluation.action());
    for (Map.Entry<String, Json> arg :
        declared(evaluation.arguments(), action == null ? null : action.args(), "args")
            .entrySet()) {
      request = request.arg(arg.getKey(), arg.getValue());
    }
    for (Map.Entry<String, Json> fact :
        declared(evaluation.context(), action == null ? null : action.facts(), "facts")
            .entrySet()) {
      request = request.fact(fact.getKey(), fact.getValue());
    }
    List<Entity> entities = entities(subject, resource);
    return vouched.applyTo(
        entities.isEmpty() ? request : request.inline(entities.toArray(Entity[]::new)));
  }

  private @Nullable ActionDef action(String name) {
    try {
      return schema.actionNamed(name, "action");
    } catch (InvalidValueException e) {
      return null; // the request is denied as invalid when it is bound
    }
  }

  private List<Entity> entities(Party subject, Party resource) {
    List<Entity> entities = new ArrayList<>();
    boolean same = subject.id().equals(resource.id());
    if (!same || subject.properties() != null || resource.properties() == null) {
      bring(subject, "subject", entities);
    }
    if (!same || resource.properties() != null) {
      bring(resource, "resource", entities);
    }
    return entities;
  }

  private void bring(Party party, String place, List<Entity> entities) {
    EntityTypeDef type = type(party);
    Map<String, Json> properties = party.properties();
    if (type == null || !type.inline()) {
      bringUndeclared(party, place, entities);
    } else if (properties != null) {
      Map<String, Json> known = declared(properties, type.attributes(), place + ".properties");
      entities.add(new Entity(party.id(), known, Set.of()));
    } else if (type.attributes().fields().stream().allMatch(Type.Field::optional)) {
      entities.add(Entity.of(party.id()));
    }
  }

  /** Properties of a type that a request may not bring: kept, to be refused, or left out. */
  private void bringUndeclared(Party party, String place, List<Entity> entities) {
    Map<String, Json> properties = party.properties();
    if (properties == null || properties.isEmpty()) {
      return;
    }
    if (lenient) {
      properties.keySet().forEach(name -> dropped.add(place + ".properties." + name));
    } else {
      entities.add(new Entity(party.id(), properties, Set.of()));
    }
  }

  private @Nullable EntityTypeDef type(Party party) {
    try {
      return schema.entityTypeNamed(party.id().type(), "type");
    } catch (InvalidValueException e) {
      return null; // the request is denied as invalid when it is bound
    }
  }

  private Map<String, Json> declared(
      Map<String, Json> members, @Nullable RecordType type, String place) {
    if (!lenient || type == null) {
      return members;
    }
    Map<String, Json> kept = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (type.field(name) == null) {
            dropped.add(place + "." + name);
          } else {
            kept.put(name, value);
          }
        });
    return kept;
  }
}
