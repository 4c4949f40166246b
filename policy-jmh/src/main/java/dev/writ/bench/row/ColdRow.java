package dev.writ.bench.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code writ check} on a small folder, in a process that has just started. */
final class ColdRow {
  private static final int STARTS = 9;
  private static final double TARGET_SECONDS = 0.6;
  private static final Path JAR = Path.of("policy-dsl", "target", "writ.jar");
  private static final Path FOLDER = Path.of("policy-examples", "sre-agents", "policies");

  private ColdRow() {}

  static List<Figure> measure() throws IOException, InterruptedException {
    if (!Files.exists(JAR) || !Files.exists(FOLDER)) {
      throw new IllegalStateException("run this where " + JAR + " and " + FOLDER + " are");
    }
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      seconds.add(start());
    }
    Collections.sort(seconds);
    double middle = seconds.get(STARTS / 2);
    return List.of(
        Figure.of("`writ check` on a small folder, cold", "%.2f s", middle)
            .target("under 0.6 s", middle < TARGET_SECONDS),
        Figure.of("fastest of %d starts".formatted(STARTS), "%.2f s", seconds.get(0)));
  }

  private static double start() throws IOException, InterruptedException {
    long from = System.nanoTime();
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                JAR.toString(),
                "check",
                FOLDER.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException("`writ check` ended with " + code);
    }
    return (System.nanoTime() - from) / 1e9;
  }
}
