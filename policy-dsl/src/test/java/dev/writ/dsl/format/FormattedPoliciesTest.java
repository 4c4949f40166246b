package dev.writ.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.parse.ParseLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies of the project are formatted; {@code writ fmt FOLDER} makes them so. */
final class FormattedPoliciesTest {

  static Stream<String> folders() {
    return Stream.of(
        "../policy-examples",
        "src/test/resources/authzen",
        "src/test/resources/cli",
        "src/test/resources/language");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void policies_ofTheProject_areFormatted(String folder) throws IOException {
    List<Path> rough;
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      List<Path> policies =
          files.filter(file -> file.toString().endsWith(".writ") && !isBuilt(file)).toList();
      assertThat(policies).isNotEmpty();
      rough = policies.stream().filter(FormattedPoliciesTest::wouldChange).toList();
    }
    assertThat(rough).as("files for `writ fmt`").isEmpty();
  }

  private static boolean isBuilt(Path file) {
    return Stream.iterate(file, path -> path != null, Path::getParent)
        .anyMatch(path -> path.endsWith("target"));
  }

  private static boolean wouldChange(Path file) {
    try {
      Formatting formatting =
          Formatter.format(file.toString(), Files.readAllBytes(file), ParseLimits.defaults());
      return formatting.outcome() != Formatting.Outcome.FORMATTED || formatting.isChanged();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
