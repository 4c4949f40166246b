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

/** Tool calls of the coding agent, and what `writ decide` says to them. */
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
    return call;
  }

  /** The calls of a file, one a line. */
  static List<JsonNode> read(String name) throws IOException {
    return Files.readAllLines(FOLDER.resolve(name)).stream().map(WritRun::json).toList();
  }

  /** What is decided for each call. */
  static List<Answer> decide(Path entities, List<JsonNode> calls) throws IOException {
    Path requests = Files.createTempFile("calls", ".jsonl");
    Files.write(requests, calls.stream().map(call -> request(call).toString()).toList());
    WritRun run =
        WritRun.of(
            "decide",
            "--policies",
            POLICIES.toString(),
            "--entities",
            entities.toString(),
            "--requests",
            requests.toString(),
            "--json");
    Files.delete(requests);
    List<Answer> answers = new ArrayList<>();
    run.lines().forEach(line -> answers.add(Answer.of(calls.get(answers.size()), line)));
    return answers;
  }

  private static JsonNode request(JsonNode call) {
    String tool = call.get("tool").textValue();
    JsonNode arguments = call.get("arguments");
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.set("subject", call.get("principal"));
    request.putObject("writ").set("onBehalfOf", call.get("chain"));
    ObjectNode action = request.putObject("action").put("name", action(tool));
    ObjectNode properties = action.putObject("properties");
    ObjectNode resource = request.putObject("resource");
    if (tool.equals("send_email")) {
      resource.put("type", "Mailbox").set("id", arguments.get("to"));
      for (String copies : List.of("cc", "bcc")) {
        if (arguments.has(copies)) {
          properties.set(copies, arguments.get(copies));
        }
      }
      return request;
    }
    resource.put("type", "Workspace").put("id", "shop");
    for (String name : List.of("command", "file_path", "path", "url")) {
      if (arguments.has(name)) {
        properties.set(name.equals("file_path") ? "path" : name, arguments.get(name));
      }
    }
    return request;
  }

  private static String action(String tool) {
    return switch (tool) {
      case "run_command" -> "run";
      case "read_file" -> "read";
      case "write_file" -> "write";
      case "edit_file" -> "edit";
      case "list_directory" -> "list";
      case "send_email" -> "mail";
      default -> tool;
    };
  }

  /**
   * What was decided.
   *
   * @param call the call
   * @param permitted whether it may run
   * @param reason the reason's code
   * @param asks whether the person's yes is all that is missing
   */
  record Answer(JsonNode call, boolean permitted, String reason, boolean asks) {
    static Answer of(JsonNode call, JsonNode line) {
      return new Answer(
          call,
          line.get("decision").booleanValue(),
          line.at("/writ/verdict/reason").textValue(),
          line.at("/context/reason").textValue().equals("ask"));
    }
  }
}
