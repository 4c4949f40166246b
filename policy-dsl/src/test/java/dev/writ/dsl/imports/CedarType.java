package dev.writ.dsl.imports;

import java.util.List;
import java.util.Map;

/**
 * A type of a Cedar schema as it is written.
 *
 * @param kind what is written
 * @param namespace where it is written
 * @param name of a named type
 * @param values of an enumerated entity
 * @param fields of a record; a name of an optional one ends in {@code ?}
 * @param element of a set, or of the tags of an entity
 */
record CedarType(
    Kind kind,
    String namespace,
    String name,
    List<String> values,
    Map<String, CedarType> fields,
    List<CedarType> element) {

  enum Kind {
    NAMED,
    ENUM,
    RECORD,
    SET,
    TAGS
  }

  static CedarType named(String namespace, String name) {
    return new CedarType(Kind.NAMED, namespace, name, List.of(), Map.of(), List.of());
  }

  static CedarType enumOf(List<String> values) {
    return new CedarType(Kind.ENUM, "", "", values, Map.of(), List.of());
  }

  static CedarType record(Map<String, CedarType> fields) {
    return new CedarType(Kind.RECORD, "", "", List.of(), fields, List.of());
  }

  static CedarType setOf(CedarType element) {
    return new CedarType(Kind.SET, "", "", List.of(), Map.of(), List.of(element));
  }

  static CedarType tags(CedarType element) {
    return new CedarType(Kind.TAGS, "", "", List.of(), Map.of(), List.of(element));
  }
}
