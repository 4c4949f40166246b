package dev.writ.dsl.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinterTest {
  private static final String WORLD =
      """
      human entity User;
      entity Doc { owner: User; }
      action read by User on Doc with { page?: Int };
      permit "your own" read by User on Doc when principal == resource.owner;
      """;

  private static LintReport lint(String text) {
    Compilation compilation = WritCompiler.compile(List.of(new SourceText("a.writ", text)));
    return Linter.standard().lint(compilation);
  }

  @Test
  void set_inWhichNothingIsFound_isClean() {
    assertThat(lint(WORLD)).isEqualTo(LintReport.CLEAN);
    assertThat(lint(WORLD).isClean()).isTrue();
  }

  @Test
  void set_thatDoesNotCompile_hasNoFindings() {
    assertThat(lint(WORLD + "permit \"all\" read by User on Doc; permit"))
        .isEqualTo(LintReport.CLEAN);
  }

  @Test
  void warning_alone_refusesNoBundle() {
    LintReport report = lint(WORLD + "permit \"all\" read by User on Doc;");

    assertThat(report.findings()).extracting(each -> each.code().id()).contains("W0503");
    assertThat(report.refusesBundle()).isFalse();
  }

  @Test
  void errorAmongFindings_evenUnderAllow_refusesTheBundle() {
    LintReport report =
        lint(
            WORLD
                + "@allow(\"W0516\", \"no\") forbid \"nine\" read when args has page and args.page == 9;");

    assertThat(report.findings()).extracting(each -> each.code().id()).contains("W0516", "W0520");
    assertThat(report.refusesBundle()).isTrue();
    assertThat(report.suppressed()).isEmpty();
  }

  @Test
  void finding_underAllow_isKeptWithItsReason() {
    LintReport report = lint(WORLD + "@allow(\"W0514\", \"for later\") label seen after read;");

    assertThat(report.isClean()).isTrue();
    assertThat(report.suppressed())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.reason()).isEqualTo("for later");
              assertThat(each.finding().underlined()).isEqualTo("seen");
            });
  }

  @Test
  void allow_beforeAnotherDeclaration_acceptsNothing() {
    LintReport report =
        lint(WORLD + "@allow(\"W0514\", \"for later\") enum Used { a }\nlabel seen after read;");

    assertThat(report.findings())
        .extracting(each -> each.code().id() + " " + each.location().line())
        .containsExactly("W0514 6");
    assertThat(report.suppressed()).hasSize(1);
  }
}
