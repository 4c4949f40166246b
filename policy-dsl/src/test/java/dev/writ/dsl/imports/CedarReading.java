package dev.writ.dsl.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What types of a Cedar schema made of a tool list mean: entities {@code Number}, {@code Null} and
 * {@code Unknown} stand for what Cedar has not, records of {@code typeChoiceN} for alternatives and
 * of {@code projN} for tuples, an entity without attributes for an object of any form.
 */
record CedarReading(Map<String, CedarType> declared) {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("String", "String"),
          Map.entry("Bool", "Bool"),
          Map.entry("Long", "Int"),
          Map.entry("decimal", "Decimal"),
          Map.entry("datetime", "Instant"),
          Map.entry("duration", "Duration"),
          Map.entry("ipaddr", "Ip"),
          Map.entry("Number", "Decimal"),
          Map.entry("Float", "Decimal"),
          Map.entry("Null", "null"),
          Map.entry("Unknown", "Opaque"));

  PlainType plain(CedarType type) {
    return switch (type.kind()) {
      case NAMED -> named(type);
      case ENUM -> PlainType.enumOf(type.values());
      case SET -> PlainType.holding("Set", plain(type.element().get(0)));
      case TAGS -> PlainType.holding("Map", plain(type.element().get(0)));
      case RECORD -> record(type);
    };
  }

  private PlainType named(CedarType type) {
    String last = type.name().substring(type.name().lastIndexOf(':') + 1);
    if (WORDS.containsKey(last)) {
      return PlainType.of(WORDS.get(last));
    }
    CedarType found =
        declared.getOrDefault(type.namespace() + "::" + type.name(), declared.get(type.name()));
    if (found == null) {
      throw new IllegalArgumentException("no type " + type.name() + " in " + type.namespace());
    }
    boolean isEmpty = found.kind() == CedarType.Kind.RECORD && found.fields().isEmpty();
    return isEmpty && !last.endsWith("Input") ? PlainType.of("Opaque") : plain(found);
  }

  private PlainType record(CedarType type) {
    if (type.fields().keySet().stream().anyMatch(name -> name.startsWith("typeChoice"))) {
      return choice(type);
    }
    if (type.fields().containsKey("proj0")) {
      return PlainType.of("tuple");
    }
    Map<String, PlainType.Field> fields = new LinkedHashMap<>();
    type.fields()
        .forEach(
            (name, field) -> {
              boolean optional = name.endsWith("?");
              String plain = optional ? name.substring(0, name.length() - 1) : name;
              fields.put(plain, new PlainType.Field(plain(field), optional));
            });
    return PlainType.record(fields);
  }

  private PlainType choice(CedarType type) {
    List<PlainType> choices = new ArrayList<>();
    type.fields().values().forEach(each -> choices.add(plain(each)));
    boolean nullable = choices.removeIf(each -> each.word().equals("null"));
    PlainType joined =
        choices.size() == 1
            ? choices.get(0)
            : PlainType.of("one of " + choices.stream().map(PlainType::word).sorted().toList());
    return nullable ? joined.orNull() : joined;
  }
}
