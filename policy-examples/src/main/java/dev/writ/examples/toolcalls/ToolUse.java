package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A tool call of a task.
 *
 * @param kind whose task it is: {@code user} or {@code injection}
 * @param task the task's id
 * @param tool the tool's name
 * @param arguments its arguments, a JSON object
 */
record ToolUse(String kind, String task, String tool, JsonNode arguments) {

  static ToolUse of(JsonNode json) {
    return new ToolUse(
        json.get("kind").asText(),
        json.get("task").asText(),
        json.get("function").asText(),
        json.get("args"));
  }

  boolean isOfUser() {
    return kind.equals("user");
  }

  boolean isOf(String otherKind, String otherTask) {
    return kind.equals(otherKind) && task.equals(otherTask);
  }
}
