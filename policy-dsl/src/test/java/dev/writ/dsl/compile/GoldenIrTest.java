package dev.writ.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.IrText;
import dev.writ.core.ir.PolicySet;
import dev.writ.core.ir.PolicySetCheck;
import dev.writ.dsl.golden.DiagnosticCase;
import dev.writ.dsl.golden.Golden;
import dev.writ.dsl.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole policy sets and what they are lowered to; a case may hold several files. */
class GoldenIrTest {

  static List<Path> cases() {
    return Golden.cases("ir");
  }

  @Test
  void cases_areThere() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void set_ofCase_isLoweredAsWritten(Path file) {
    PolicySet set = WritCompiler.compile(texts(file)).orThrow();

    assertThat(PolicySetCheck.problems(set)).isEmpty();
    Golden.check(file, ".ir", IrText.of(set));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void set_ofFilesInOtherOrder_isTheSame(Path file) {
    List<SourceText> texts = texts(file);
    PolicySet set = WritCompiler.compile(texts).orThrow();
    Collections.reverse(texts);

    assertThat(WritCompiler.compile(texts).orThrow()).isEqualTo(set);
  }

  private static List<SourceText> texts(Path file) {
    List<SourceText> texts = new ArrayList<>();
    DiagnosticCase.read(file)
        .files()
        .forEach(
            (name, bytes) ->
                texts.add(new SourceText(name, new String(bytes, StandardCharsets.UTF_8))));
    return texts;
  }
}
