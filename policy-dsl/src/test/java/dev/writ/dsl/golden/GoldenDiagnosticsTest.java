package dev.writ.dsl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every diagnostic has a golden case, which shows all of it, and a page, whose example shows it.
 */
class GoldenDiagnosticsTest {
  private static final Path PAGES = Path.of("docs", "diagnostics");
  private static final Pattern EXAMPLE = Pattern.compile("```writ\n(.*?)```", Pattern.DOTALL);

  static List<DiagnosticCase> cases() {
    return Golden.cases("diag").stream().map(DiagnosticCase::read).toList();
  }

  static List<DiagnosticCode> codes() {
    return List.of(DiagnosticCode.values());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void diagnostics_ofCase_areAsWritten(DiagnosticCase golden) {
    List<Diagnostic> found = CompilePipeline.diagnose(golden.files(), golden.limits());

    String rendered = new DiagnosticRenderer(Palette.NONE).render(found);
    assertThat(found).anyMatch(d -> golden.isFor(d.code()));
    Golden.check(golden.path(), ".diag", rendered);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void messages_ofCase_followTheStyle(DiagnosticCase golden) {
    for (Diagnostic d : CompilePipeline.diagnose(golden.files(), golden.limits())) {
      assertThat(d.message()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
      assertThat(Character.isUpperCase(d.message().charAt(0))).isFalse();
      assertThat(d.help() == null ? "x" : d.help()).isNotBlank().doesNotEndWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void code_always_hasACase(DiagnosticCode code) {
    assertThat(cases()).anyMatch(c -> c.isFor(code));
  }

  @Test
  void page_always_hasACode() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              codes().stream().map(code -> code.id() + ".md").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void code_always_hasAPage(DiagnosticCode code) {
    Path page = PAGES.resolve(code.id() + ".md");

    assertThat(page).exists();
    assertThat(Golden.read(page))
        .startsWith("# " + code.id() + ": " + code.title() + "\n")
        .contains("## Why", "## Fix");
  }

  @ParameterizedTest
  @MethodSource("codes")
  void exampleOfPage_whereThereIsOne_showsTheCode(DiagnosticCode code) {
    Path page = PAGES.resolve(code.id() + ".md");
    Matcher example = EXAMPLE.matcher(Files.exists(page) ? Golden.read(page) : "");
    if (example.find()) {
      List<Diagnostic> found =
          CompilePipeline.diagnose(DiagnosticCase.split(example.group(1)), CompileLimits.DEFAULT);

      assertThat(found).extracting(Diagnostic::code).contains(code);
    } else {
      assertThat(NO_EXAMPLE).contains(code);
    }
  }

  /** Codes that no readable example shows: bytes and sizes. */
  private static final Set<DiagnosticCode> NO_EXAMPLE =
      Set.of(
          DiagnosticCode.INVALID_UTF8,
          DiagnosticCode.NUL_CHARACTER,
          DiagnosticCode.BIDI_CONTROL,
          DiagnosticCode.MISPLACED_BOM,
          DiagnosticCode.NOT_NORMALIZED,
          DiagnosticCode.FILE_TOO_LARGE,
          DiagnosticCode.NESTING_TOO_DEEP,
          DiagnosticCode.TOO_MANY_TOKENS,
          DiagnosticCode.LITERAL_TOO_LONG,
          DiagnosticCode.TOO_MANY_DIAGNOSTICS,
          DiagnosticCode.NO_POLICY_FILES,
          DiagnosticCode.TOO_MANY_RULES,
          DiagnosticCode.TOO_MANY_SLOTS,
          DiagnosticCode.SET_TOO_COSTLY);

  @Test
  void codes_ofAllConstants_areDistinct() {
    Set<String> ids = new HashSet<>();
    codes().forEach(code -> ids.add(code.id()));

    assertThat(ids).hasSize(codes().size()).hasSizeGreaterThan(140);
  }
}
