package dev.writ.dsl.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.core.ir.PolicySet;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.golden.Golden;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.SourceText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fix before and after, and what it does to decisions. */
final class GoldenFixTest {
  private static final int SAMPLES = 1_500;

  static List<Path> cases() {
    return Golden.cases("fix");
  }

  private static Compilation compile(String text) {
    Compilation compilation = WritCompiler.compile(List.of(new SourceText("case.writ", text)));
    assertThat(compilation.errors()).isEmpty();
    return compilation;
  }

  private static Fixed fix(String text) {
    return Fixer.standard(compilation -> true).fix(compile(text));
  }

  private static String text(Fixed fixed) {
    assertThat(fixed.changed()).hasSize(1);
    return fixed.changed().get(0).text();
  }

  private static Fix.Effect effect(Diagnostic finding) {
    return Objects.requireNonNull(finding.fix()).effect();
  }

  private static DiagnosticCode code(Path file) {
    String id = String.valueOf(file.getFileName()).substring(0, 5);
    return List.of(DiagnosticCode.values()).stream()
        .filter(code -> code.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fix_ofACase_isAsWritten(Path file) {
    Fixed fixed = fix(Golden.read(file));

    assertThat(fixed.refused()).isEmpty();
    assertThat(fixed.applied()).extracting(Diagnostic::code).contains(code(file));
    Golden.check(file, ".fixed", text(fixed));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fix_ofWhatIsFixed_changesNothing(Path file) {
    Fixed again = fix(text(fix(Golden.read(file))));

    assertThat(again.changed()).isEmpty();
    assertThat(again.applied()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fix_ofLinesThatEndInCrLf_isTheSame(Path file) {
    String text = Golden.read(file);

    assertThat(text(fix(text.replace("\n", "\r\n"))))
        .isEqualTo(text(fix(text)).replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fix_ofACase_permitsNothingMore(Path file) {
    PolicySet before = compile(Golden.read(file)).orThrow();
    Fixed fixed = fix(Golden.read(file));
    PolicySet after = fixed.compilation().orThrow();
    boolean narrows = fixed.applied().stream().anyMatch(each -> effect(each) == Fix.Effect.NARROWS);
    int permitted = 0;
    int denied = 0;
    for (SampleDecisions.Sample sample : SampleDecisions.of(before, SAMPLES)) {
      boolean then = sample.permitted(before);
      boolean now = sample.permitted(after);
      assertThat(then || !now).as("%s is permitted now", sample).isTrue();
      permitted += then ? 1 : 0;
      denied += then && !now ? 1 : 0;
    }
    assertThat(permitted).as("samples permitted before").isGreaterThan(20);
    assertThat(denied > 0).as("some are denied now").isEqualTo(narrows);
  }

  @Test
  void cases_ofAllFixes_areHere() {
    Set<DiagnosticCode> codes = EnumSet.noneOf(DiagnosticCode.class);
    cases().forEach(file -> codes.add(code(file)));
    assertThat(codes)
        .containsExactlyInAnyOrder(
            DiagnosticCode.UNUSED_DECLARATION,
            DiagnosticCode.SWITCHED_OFF,
            DiagnosticCode.VACUOUS_EVERY,
            DiagnosticCode.USELESS_ALLOW);
  }
}
