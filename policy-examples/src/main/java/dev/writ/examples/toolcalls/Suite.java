package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One workplace of the assistant: what it finds there, what its user asked for, and the calls.
 *
 * @param name {@code banking} or {@code workspace}
 * @param tools the tools as their server lists them, or an empty list
 * @param environment what account, mailbox, calendar and drive hold, a JSON object
 * @param prompts the user's own words, by task
 * @param calls all calls, in order
 * @param pairs all pairs
 */
record Suite(
    String name,
    JsonNode tools,
    JsonNode environment,
    Map<String, String> prompts,
    List<ToolUse> calls,
    List<Pair> pairs) {

  static final ObjectMapper JSON = new ObjectMapper();

  Suite {
    prompts = Map.copyOf(prompts);
    calls = List.copyOf(calls);
    pairs = List.copyOf(pairs);
  }

  /**
   * Reads a suite.
   *
   * @param folder where {@code NAME.json}, {@code NAME.environment.json}, {@code calls.jsonl} and
   *     {@code pairs.jsonl} lie
   * @throws IOException if one cannot be read
   */
  static Suite read(Path folder, String name) throws IOException {
    Map<String, String> prompts = new LinkedHashMap<>();
    JsonNode tasks = json(folder.resolve(name + ".json"));
    for (JsonNode task : tasks.get("user_tasks")) {
      prompts.put(task.get("id").asText(), task.get("prompt").asText());
    }
    return new Suite(
        name,
        tasks.path("tools"),
        json(folder.resolve(name + ".environment.json")),
        prompts,
        lines(folder.resolve("calls.jsonl"), name, ToolUse::of),
        lines(folder.resolve("pairs.jsonl"), name, Pair::of));
  }

  /**
   * What the user said, by task.
   *
   * @throws IllegalArgumentException if there is no such task
   */
  String prompt(String task) {
    String prompt = prompts.get(task);
    if (prompt == null) {
      throw new IllegalArgumentException(name + " has no task `" + task + "`");
    }
    return prompt;
  }

  /** The calls that one task takes. */
  List<ToolUse> calls(String kind, String task) {
    return calls.stream().filter(call -> call.isOf(kind, task)).toList();
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }

  private static <T> List<T> lines(Path file, String suite, Function<JsonNode, T> form)
      throws IOException {
    List<T> list = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode json = tree(line);
      if (json.get("suite").asText().equals(suite)) {
        list.add(form.apply(json));
      }
    }
    return list;
  }

  static JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
