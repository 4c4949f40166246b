package dev.writ.dsl.authzen;

import dev.writ.core.model.Json;
import java.util.Map;

/**
 * As much of JSON Schema as AuthZEN's schemas use: {@code type}, {@code required} and {@code
 * properties}.
 */
final class SchemaShape {

  private SchemaShape() {}

  /** Whether the JSON is what the schema asks for. */
  static boolean accepts(Json schema, Json json) {
    Map<String, Json> rules = ((Json.Obj) schema).members();
    if (rules.get("type") instanceof Json.Str type && !isOf(type.value(), json)) {
      return false;
    }
    if (!(json instanceof Json.Obj object)) {
      return true;
    }
    return hasRequired(rules, object) && propertiesFit(rules, object);
  }

  private static boolean hasRequired(Map<String, Json> rules, Json.Obj object) {
    return !(rules.get("required") instanceof Json.Arr required)
        || required.items().stream()
            .allMatch(name -> object.members().containsKey(((Json.Str) name).value()));
  }

  private static boolean propertiesFit(Map<String, Json> rules, Json.Obj object) {
    return !(rules.get("properties") instanceof Json.Obj properties)
        || properties.members().entrySet().stream()
            .filter(property -> object.members().containsKey(property.getKey()))
            .allMatch(
                property ->
                    accepts(
                        property.getValue(), AuthZenDataTest.member(object, property.getKey())));
  }

  private static boolean isOf(String type, Json json) {
    return switch (type) {
      case "object" -> json instanceof Json.Obj;
      case "string" -> json instanceof Json.Str;
      case "boolean" -> json instanceof Json.Bool;
      default -> throw new AssertionError("the schema uses a type without a check: " + type);
    };
  }
}
