package dev.writ.examples.toolcalls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.writ.dsl.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Gives the calls of a suite to {@code writ decide --tool-calls} and reads what it answers. */
final class Trial {

  private final Suite suite;
  private final Path policies;
  private final Tools tools;
  private final String answers;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param policies the folder of the policies
   * @throws IOException if a tool of the suite has no digest
   */
  Trial(Suite suite, Path policies) throws IOException {
    this.suite = suite;
    this.policies = policies;
    this.tools = suite.tools().isEmpty() ? Tools.pinnedBy(policies) : Tools.of(suite.tools());
    this.answers = texts(suite.environment());
  }

  /** Asks for a call in the course of a user's task; the answer comes at the same place. */
  void ask(ToolUse call, String userTask) {
    Provenance provenance = new Provenance(suite.prompt(userTask), answers);
    ObjectNode line = Suite.JSON.createObjectNode();
    line.put("server", suite.name());
    line.put("tool", call.tool());
    line.set("arguments", call.arguments());
    line.put("digest", tools.digests().get(call.tool()));
    line.set("principal", World.agent());
    line.putArray("chain").add(World.user());
    line.put("session", World.SESSION);
    line.set("sources", provenance.of(call.arguments()));
    lines.add(line.toString());
  }

  /** Runs the command once, on all calls asked for. */
  List<Answer> run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("writ-tool-calls");
    try {
      Files.writeString(folder.resolve("entities.json"), World.entities(suite).toString());
      Files.writeString(folder.resolve("authority.json"), World.authority(suite).toString());
      Files.write(folder.resolve("calls.jsonl"), lines);
      return answers(decide(folder));
    } finally {
      delete(folder);
    }
  }

  private List<String> decide(Path folder) throws IOException, InterruptedException {
    Path output = folder.resolve("decisions.jsonl");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "decide",
            "--json",
            "--policies",
            policies.toString(),
            "--entities",
            folder.resolve("entities.json").toString(),
            "--authority",
            folder.resolve("authority.json").toString(),
            "--at",
            World.AT,
            "--tool-calls=" + folder.resolve("calls.jsonl"));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().close();
    int code = process.waitFor();
    if (code > 1) {
      throw new IOException("`writ decide` ended with " + code);
    }
    return Files.readAllLines(output);
  }

  private List<Answer> answers(List<String> answered) throws IOException {
    if (answered.size() != lines.size()) {
      throw new IOException(lines.size() + " calls, but " + answered.size() + " decisions");
    }
    return answered.stream().map(Suite::tree).map(Answer::of).toList();
  }

  /** Every text and number that stands in what the tools can answer. */
  private static String texts(JsonNode environment) {
    StringBuilder texts = new StringBuilder();
    collect(environment, texts);
    return texts.toString();
  }

  private static void collect(JsonNode json, StringBuilder texts) {
    if (json.isContainerNode()) {
      json.fieldNames().forEachRemaining(name -> texts.append(name).append('\n'));
      json.forEach(child -> collect(child, texts));
    } else {
      texts.append(json.asText()).append('\n');
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
