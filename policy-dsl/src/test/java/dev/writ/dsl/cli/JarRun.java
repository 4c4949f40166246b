package dev.writ.dsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One run of the executable jar in a process of its own.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record JarRun(int code, String out, String err) {
  private static final long PATIENCE_SECONDS = 120;

  /** The jar under test. */
  static Path jar() {
    Path jar = Path.of(System.getProperty("writ.jar", "target/writ.jar"));
    assertThat(jar).as("the executable jar, built by the phase `package`").isRegularFile();
    return jar.toAbsolutePath();
  }

  /** The shell's words for a run of the jar. */
  static String words(String arguments) {
    return "'" + java() + "' -jar '" + jar() + "' " + arguments;
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Runs the jar with these arguments and no input. */
  static JarRun writ(String... arguments) {
    List<String> command = new ArrayList<>(List.of(java().toString(), "-jar", jar().toString()));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** Runs a line of the shell. */
  static JarRun shell(String line) {
    return run(List.of("/bin/bash", "-c", line));
  }

  /** Whether the machine has this command of util-linux or the shell. */
  static boolean has(String command) {
    return Files.isExecutable(Path.of("/bin/bash"))
        && run(List.of("/bin/bash", "-c", "command -v " + command)).code() == 0;
  }

  private static JarRun run(List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeAll(List.of("NO_COLOR", "COLUMNS", "JAVA_TOOL_OPTIONS"));
      builder.environment().put("TERM", "xterm");
      Process process = builder.redirectInput(new java.io.File("/dev/null")).start();
      CompletableFuture<String> out = read(process.getInputStream());
      CompletableFuture<String> err = read(process.getErrorStream());
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + command);
      }
      return new JarRun(process.exitValue(), out.join(), err.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
