package dev.writ.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.writ.dsl.cli.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the command {@code writ} wrote, run in a process of its own.
 *
 * @param exit its exit code
 * @param out what it wrote, errors included
 */
public record WritRun(int exit, String out) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Runs the command as a person would. */
  public static WritRun of(String... args) {
    try {
      Path output = Files.createTempFile("writ", ".txt");
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  Main.class.getName()));
      command.addAll(List.of(args));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      assertThat(ended).as(text).isTrue();
      return new WritRun(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JSON value on each line. */
  public List<JsonNode> lines() {
    return out.lines().map(WritRun::json).toList();
  }

  /** The JSON value that a text holds. */
  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }
}
