package dev.writ.dsl.policytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The language reference, section by section, in its own words: each folder of {@code
 * resources/language} is a policy set, whose {@code test} blocks say what the reference says.
 */
class LanguageTest {
  private static final Path FOLDERS = Path.of("src", "test", "resources", "language");

  /** One test block, and what came of it. */
  private record Block(String folder, TestOutcome outcome) {
    @Override
    public String toString() {
      return folder + ": " + outcome.name();
    }
  }

  static List<Path> folders() {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      return folders.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Block> blocks() {
    return folders().stream()
        .flatMap(
            folder ->
                report(folder).tests().stream()
                    .map(outcome -> new Block(folder.getFileName().toString(), outcome)));
  }

  private static TestReport report(Path folder) {
    Compilation compilation = WritCompiler.compile(folder);
    return PolicyTests.run(compilation.orThrow(), compilation.tests());
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void reference_ofTheLanguage_isTrue(Block block) {
    assertThat(block.outcome().mismatches()).isEmpty();
    assertThat(block.outcome().passed()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void invariants_ofTheReference_areTriedAndHold(Path folder) {
    assertThat(report(folder).invariants())
        .allSatisfy(
            invariant -> {
              assertThat(invariant.held()).isTrue();
              assertThat(invariant.tried()).isPositive();
            });
  }

  @Test
  void sections_thatAreTested_areThere() {
    assertThat(folders())
        .extracting(folder -> folder.getFileName().toString())
        .containsExactly(
            "section-1", "section-2", "section-3", "section-6", "section-7", "section-9");
    assertThat(blocks()).hasSizeGreaterThan(40);
  }
}
