package dev.writ.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * A file of results: an object of {@code machine} and {@code results}, an array as JMH writes it.
 * Immutable.
 */
public final class Results {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final JsonNode file;

  private Results(JsonNode file) {
    this.file = file;
  }

  /** The results of runs on this machine, now. */
  public static Results of(List<? extends Collection<RunResult>> runs) throws IOException {
    ArrayNode results = MAPPER.createArrayNode();
    for (Collection<RunResult> run : runs) {
      MAPPER.readTree(json(run)).forEach(result -> results.add(withoutPlace(result)));
    }
    ObjectNode file = MAPPER.createObjectNode();
    file.set("machine", Machine.describe());
    file.set("results", results);
    return new Results(file);
  }

  /** The same with the name of the JVM's program alone, not where it lies on this machine. */
  static ObjectNode withoutPlace(JsonNode result) {
    ObjectNode other = result.deepCopy();
    String program = result.path("jvm").asText();
    return other.put("jvm", program.replaceFirst(".*[/\\\\]", ""));
  }

  private static String json(Collection<RunResult> run) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(run);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Reads a file that {@link #write} wrote.
   *
   * @throws IOException if it cannot be read or is no JSON
   */
  public static Results read(Path file) throws IOException {
    return new Results(MAPPER.readTree(Files.readString(file)));
  }

  /** Writes the file. */
  public void write(Path to) throws IOException {
    Files.writeString(to, MAPPER.writeValueAsString(file) + "\n");
  }

  /** Only the results of these scenarios, in their order. */
  public Results only(List<String> scenarios) {
    ArrayNode some = MAPPER.createArrayNode();
    for (String scenario : scenarios) {
      for (JsonNode result : file.path("results")) {
        if (result.at("/params/scenario").asText().equals(scenario)) {
          some.add(result);
        }
      }
    }
    ObjectNode chosen = MAPPER.createObjectNode();
    chosen.set("machine", file.path("machine"));
    chosen.set("results", some);
    return new Results(chosen);
  }

  List<Measurement> measurements() {
    return Measurement.all(file.path("results"));
  }

  /** One line on the machine. */
  String machine() {
    return told(file.path("machine"));
  }

  /** One line on a machine. */
  static String told(JsonNode machine) {
    return "%s, %d processors, %d GiB, %s, %s, at %s, load before %.1f"
        .formatted(
            machine.path("processor").asText(),
            machine.path("processors").asInt(),
            machine.path("memoryGiB").asInt(),
            machine.path("os").asText(),
            machine.path("java").asText(),
            machine.path("at").asText(),
            machine.path("loadBefore").asDouble());
  }
}
