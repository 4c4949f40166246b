package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A user's task in the course of which the assistant reads a text that asks for something else.
 *
 * @param userTask the id of the user's task
 * @param injectionTask the id of what the text asks for
 * @param hasCalls whether it is known which calls the text asks for
 * @param insideUserSet whether it asks for no tool that the user's task does not use itself
 */
record Pair(String userTask, String injectionTask, boolean hasCalls, boolean insideUserSet) {

  static Pair of(JsonNode json) {
    return new Pair(
        json.get("user_task").asText(),
        json.get("injection_task").asText(),
        json.get("injection_has_ground_truth").asBoolean(),
        json.get("tools_inside_user_set").asBoolean());
  }
}
