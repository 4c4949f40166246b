package dev.writ.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.golden.Golden;
import dev.writ.dsl.golden.TreeDump;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import dev.writ.dsl.source.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTreeTest {

  static List<Path> cases() {
    return Golden.cases("ast");
  }

  @Test
  void cases_areThere() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void text_ofCase_becomesTree(Path file) {
    ParseResult result =
        Parser.parse(
            new SourceText(file.getFileName().toString(), Golden.read(file)),
            ParseLimits.defaults());

    assertThat(new DiagnosticRenderer(Palette.NONE).render(result.diagnostics())).isEmpty();
    Golden.check(file, ".ast", TreeDump.of(result.file()));
  }
}
