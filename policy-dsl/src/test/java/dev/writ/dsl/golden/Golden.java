package dev.writ.dsl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares text with a golden file.
 *
 * <p>{@code -Dgolden.rewrite=true} writes the files instead; read what it wrote.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** Returns the cases of a phase, the files that end in {@code .writ}. */
  public static List<Path> cases(String phase) {
    try (Stream<Path> files = Files.list(ROOT.resolve(phase))) {
      return files.filter(f -> f.toString().endsWith(".writ")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares with the file beside a case that has another extension. */
  public static void check(Path input, String extension, String actual) {
    String name = input.getFileName().toString();
    Path expected = input.resolveSibling(name.substring(0, name.lastIndexOf('.')) + extension);
    if (Boolean.getBoolean("golden.rewrite")) {
      try {
        Files.writeString(expected, actual);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    assertThat(expected).exists();
    assertThat(actual).as(expected.toString()).isEqualTo(read(expected));
  }
}
