package dev.writ.dsl.policytest;

import dev.writ.core.model.Json;
import dev.writ.core.model.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Some JSON value for every type, so that an entity of which a test says nothing keeps to the
 * schema. Where a type has many values, different seeds give different ones.
 *
 * @param seed a word of letters, digits and dashes
 */
record PlainValues(String seed) {

  /** The required fields of a record; empty where one has no value here. */
  Optional<Map<String, Json>> required(Type.RecordType type) {
    Map<String, Json> fields = new LinkedHashMap<>();
    for (Type.Field field : type.fields()) {
      if (!field.optional()) {
        Optional<Json> value = of(field.type());
        if (value.isEmpty()) {
          return Optional.empty();
        }
        fields.put(field.name(), value.get());
      }
    }
    return Optional.of(fields);
  }

  private Optional<Json> of(Type type) {
    if (type instanceof Type.Scalar scalar) {
      return Optional.of(scalar(scalar));
    }
    if (type instanceof Type.PathType path) {
      return Optional.of(Json.of(path.base() == null ? "/" + seed : seed));
    }
    if (type instanceof Type.EnumType choice) {
      return Optional.of(Json.of(choice.enumerators().get(0).spelling()));
    }
    if (type instanceof Type.EntityType entity) {
      return Optional.of(Json.object().put("type", entity.types().first()).put("id", seed).build());
    }
    if (type instanceof Type.SetType set) {
      return set(set);
    }
    if (type instanceof Type.RecordType record) {
      return required(record).map(Json.Obj::new);
    }
    return type instanceof Type.MapType ? Optional.of(Json.object().build()) : Optional.empty();
  }

  private Json scalar(Type.Scalar type) {
    return switch (type) {
      case BOOL -> Json.of(false);
      case INT, DECIMAL -> Json.of(Math.abs(seed.hashCode() % 1_000_000));
      case STRING -> Json.of(seed);
      case INSTANT -> Json.of("1970-01-01T00:00:00Z");
      case DURATION -> Json.of("0s");
      case IP -> Json.of("192.0.2.1");
      case CIDR -> Json.of("192.0.2.0/24");
      case URL -> Json.of("https://example.com/" + seed);
      case SPIFFE_ID -> Json.of("spiffe://example.com/" + seed);
      case COMMAND -> Json.of(seed);
      case OPAQUE -> Json.object().build();
    };
  }

  /** As many different elements as must be; empty where that many were not found. */
  private Optional<Json> set(Type.SetType type) {
    Set<Json> elements = new LinkedHashSet<>();
    Stream.iterate(0, i -> i + 1)
        .limit(2L * type.min())
        .map(i -> new PlainValues(seed + "-" + i).of(type.element()))
        .flatMap(Optional::stream)
        .forEach(
            element -> {
              if (elements.size() < type.min()) {
                elements.add(element);
              }
            });
    return elements.size() < type.min() ? Optional.empty() : Optional.of(Json.array(elements));
  }
}
