package dev.writ.dsl.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.format.Formatting.Outcome;
import dev.writ.dsl.golden.Golden;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout of texts written for it, compared with the file beside each. */
final class GoldenFormatTest {

  static List<Path> cases() {
    return Golden.cases("format");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void text_formatted_isTheGoldenOne(Path file) {
    Formatting formatting = format(Golden.read(file));
    assertThat(formatting.diagnostics()).isEmpty();
    assertThat(formatting.outcome()).isEqualTo(Outcome.FORMATTED);
    Golden.check(file, ".formatted", formatting.text());
    assertThat(format(formatting.text()).isChanged()).isFalse();
  }

  private static Formatting format(String text) {
    return Formatter.format(new SourceText("a.writ", text), ParseLimits.defaults());
  }
}
