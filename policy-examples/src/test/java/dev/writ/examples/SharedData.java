package dev.writ.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Cases written by others, beside the repository where they are shared. */
public final class SharedData {
  private SharedData() {}

  /** The folder or file of this name; where it is missing the test is skipped and says why. */
  public static Path of(String name) {
    Path path = Path.of("../../shared/data", name);
    if (!Files.isReadable(path)) {
      System.out.println("skipped: no shared cases at " + path.toAbsolutePath().normalize());
    }
    assumeTrue(Files.isReadable(path), "no shared cases at " + path);
    return path;
  }
}
