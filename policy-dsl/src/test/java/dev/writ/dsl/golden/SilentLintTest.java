package dev.writ.dsl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policies in which a finding must not be seen: {@code golden/lint/W0503--slug.writ} is about
 * {@code W0503} alone and may have others.
 */
class SilentLintTest {

  static List<Path> cases() {
    return Golden.cases("lint");
  }

  static List<DiagnosticCode> findings() {
    return Arrays.stream(DiagnosticCode.values()).filter(DiagnosticCode::isFinding).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void finding_whereAllIsWell_isNotReported(Path file) {
    DiagnosticCase silent = DiagnosticCase.read(file);
    List<Diagnostic> found = CompilePipeline.diagnose(silent.files(), CompileLimits.DEFAULT);
    List<Diagnostic> wrong =
        found.stream()
            .filter(each -> !each.code().isFinding() || isAbout(file, each.code()))
            .toList();

    assertThat(new DiagnosticRenderer(Palette.NONE).render(wrong)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("findings")
  void finding_always_hasACaseInWhichItIsSilent(DiagnosticCode code) {
    assertThat(cases()).anyMatch(file -> isAbout(file, code));
  }

  private static boolean isAbout(Path file, DiagnosticCode code) {
    return file.getFileName().toString().startsWith(code.id() + "--");
  }
}
