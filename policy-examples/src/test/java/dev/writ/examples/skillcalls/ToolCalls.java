package dev.writ.examples.skillcalls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.examples.WritRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tool calls of the coding agent, and what {@code writ decide} says to them. */
final class ToolCalls {

  static final Path FOLDER = Path.of("skill-calls");
  static final Path POLICIES = FOLDER.resolve("policies");
  static final Path ENTITIES = FOLDER.resolve("entities.json");

  private ToolCalls() {}

  /** A call of the agent that works for its developer. */
  static JsonNode call(String tool, JsonNode arguments) {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    call.put("tool", tool).set("arguments", arguments);
    call.putObject("principal").put("type", "Agent").put("id", "coder");
    call.putArray("chain").addObject().put("type", "Developer").put("id", "ann");
    return call.put("session", "run-7");
  }

  /** The calls of a file, one a line. */
  static List<JsonNode> read(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream().map(WritRun::json).toList();
  }

  /** What is decided for each call. */
  static List<Answer> decide(Path entities, List<JsonNode> calls) throws IOException {
    Path file = Files.createTempFile("calls", ".jsonl");
    Files.write(file, calls.stream().map(JsonNode::toString).toList());
    WritRun run =
        WritRun.of(
            "decide",
            "--tool-calls=" + file,
            "--policies",
            POLICIES.toString(),
            "--entities",
            entities.toString(),
            "--authority",
            FOLDER.resolve("authority.json").toString(),
            "--json");
    Files.delete(file);
    List<Answer> answers = new ArrayList<>();
    run.lines().forEach(line -> answers.add(Answer.of(calls.get(answers.size()), line)));
    return answers;
  }

  /**
   * What was decided.
   *
   * @param call the call
   * @param permitted whether it may run
   * @param reason the reason's code
   * @param place the part of the call that is wrong, or nothing
   * @param asks whether the person's yes is all that is missing
   */
  record Answer(JsonNode call, boolean permitted, String reason, String place, boolean asks) {
    static Answer of(JsonNode call, JsonNode line) {
      return new Answer(
          call,
          line.get("decision").booleanValue(),
          line.at("/writ/verdict/reason").textValue(),
          line.at("/writ/verdict/place").asText(""),
          line.at("/writ/advice").asText("").equals("ask"));
    }
  }
}
