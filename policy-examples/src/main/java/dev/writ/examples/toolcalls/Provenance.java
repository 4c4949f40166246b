package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Tells where the arguments of a call came from, as the program between assistant and tools can: it
 * holds the user's own words and every answer of a tool, and looks for the value in them.
 *
 * <p>A value counts as found where it stands as a whole, not inside a longer word or number.
 */
final class Provenance {

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(\\.\\d+)?(?![\\w])");

  private final String prompt;
  private final String answers;

  /**
   * @param prompt what the user said
   * @param answers all that tools can answer
   */
  Provenance(String prompt, String answers) {
    this.prompt = prompt;
    this.answers = answers;
  }

  /** The sources of a call's arguments; what cannot be told is left out, and so unknown. */
  ObjectNode of(JsonNode arguments) {
    ObjectNode sources = Suite.JSON.createObjectNode();
    arguments
        .properties()
        .forEach(
            argument -> {
              JsonNode value = argument.getValue();
              if (value.isValueNode() && !value.isNull()) {
                sources.put(argument.getKey(), source(value));
              } else if (value.isArray() && all(value, JsonNode::isValueNode)) {
                ArrayNode list = sources.putArray(argument.getKey());
                value.forEach(element -> list.add(source(element)));
              }
            });
    return sources;
  }

  private static boolean all(JsonNode array, Predicate<JsonNode> condition) {
    return StreamSupport.stream(array.spliterator(), false).allMatch(condition);
  }

  private String source(JsonNode value) {
    if (stands(value, prompt)) {
      return "user";
    }
    return stands(value, answers) ? "tool" : "unknown";
  }

  private static boolean stands(JsonNode value, String text) {
    if (value.isNumber()) {
      return NUMBER
          .matcher(text)
          .results()
          .anyMatch(found -> new BigDecimal(found.group()).compareTo(value.decimalValue()) == 0);
    }
    return value.isTextual() && !value.asText().isBlank() && standsAsAWhole(value.asText(), text);
  }

  private static boolean standsAsAWhole(String value, String text) {
    Matcher found = Pattern.compile(Pattern.quote(value)).matcher(text);
    while (found.find()) {
      if (isEdge(text, found.start() - 1, value.charAt(0))
          && isEdge(text, found.end(), value.charAt(value.length() - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the character beside the value does not continue it. */
  private static boolean isEdge(String text, int beside, char border) {
    return beside < 0
        || beside >= text.length()
        || !Character.isLetterOrDigit(text.charAt(beside))
        || !Character.isLetterOrDigit(border);
  }
}
