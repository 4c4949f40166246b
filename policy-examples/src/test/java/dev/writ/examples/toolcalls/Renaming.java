package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives every account, address, file and id of a suite another name, in environment, prompts and
 * calls alike, so that a policy that knows one of them by heart gives itself away.
 */
final class Renaming {

  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
  private static final Set<String> ID_FIELDS =
      Set.of("id", "id_", "file_id", "event_id", "email_id");

  private final Map<String, String> names = new LinkedHashMap<>();

  private Renaming(JsonNode environment) {
    Set<String> found = new TreeSet<>();
    collect(environment, found);
    found.remove("me");
    found.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(n -> n))
        .forEach(name -> names.put(name, other(name, names.size())));
  }

  static Suite of(Suite suite) {
    Renaming renaming = new Renaming(suite.environment());
    Map<String, String> prompts = new LinkedHashMap<>();
    suite.prompts().forEach((task, prompt) -> prompts.put(task, renaming.text(prompt)));
    List<ToolUse> calls =
        suite.calls().stream()
            .map(
                call ->
                    new ToolUse(
                        call.kind(), call.task(), call.tool(), renaming.json(call.arguments())))
            .toList();
    return new Suite(
        suite.name(),
        suite.tools(),
        renaming.json(suite.environment()),
        prompts,
        calls,
        suite.pairs());
  }

  int size() {
    return names.size();
  }

  static Renaming in(JsonNode environment) {
    return new Renaming(environment);
  }

  private static String other(String name, int number) {
    return name.contains("@") ? "p" + number + "@renamed.example" : "renamed" + number;
  }

  private static void collect(JsonNode json, Set<String> found) {
    if (json.isTextual()) {
      Matcher addresses = ADDRESS.matcher(json.asText());
      while (addresses.find()) {
        found.add(addresses.group());
      }
    }
    for (String field : new String[] {"iban", "sender", "recipient", "filename"}) {
      if (json.path(field).isTextual()) {
        found.add(json.get(field).asText());
      }
    }
    json.path("filesystem").path("files").fieldNames().forEachRemaining(found::add);
    json.forEach(child -> collect(child, found));
  }

  private String text(String text) {
    String renamed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      renamed = renamed.replace(name.getKey(), name.getValue());
    }
    return renamed;
  }

  private JsonNode json(JsonNode json) {
    if (json.isTextual()) {
      return Suite.JSON.getNodeFactory().textNode(text(json.asText()));
    }
    if (json.isArray()) {
      ArrayNode array = Suite.JSON.createArrayNode();
      json.forEach(item -> array.add(json(item)));
      return array;
    }
    if (json.isObject()) {
      ObjectNode object = Suite.JSON.createObjectNode();
      json.properties()
          .forEach(m -> object.set(text(m.getKey()), member(m.getKey(), m.getValue())));
      return object;
    }
    return json;
  }

  private JsonNode member(String name, JsonNode value) {
    if (!ID_FIELDS.contains(name)) {
      return json(value);
    }
    return value.isNumber()
        ? Suite.JSON.getNodeFactory().numberNode(value.asLong() + 70_000)
        : Suite.JSON.getNodeFactory().textNode("id-" + value.asText());
  }
}
