package dev.writ.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
  private final DiagnosticRenderer renderer = new DiagnosticRenderer(Palette.NONE);

  private static Diagnostic at(String text, int start, int end) {
    return Diagnostic.error(
        DiagnosticCode.UNEXPECTED_TOKEN,
        new SourceText("a.writ", text),
        new Span(start, end),
        "no `x` here");
  }

  @Test
  void diagnostic_withHelpAndRelated_isWrittenWhole() {
    Diagnostic d = at("one\ntwo three\n", 8, 13).withHelp("write `y`");
    d = d.withRelated(new SourceText("b.writ", "four"), new Span(0, 4), "first declared here");

    assertThat(renderer.render(d))
        .isEqualTo(
            """
            error[W0020]: no `x` here
             --> a.writ:2:5
              |
            2 | two three
              |     ^^^^^
              = help: write `y`
            note: first declared here
             --> b.writ:1:1
              |
            1 | four
              | ^^^^
            """);
  }

  @Test
  void span_ofSeveralLines_isUnderlinedToTheEndOfTheFirst() {
    assertThat(renderer.render(at("a b\nc d", 2, 6))).contains("1 | a b\n  |   ^\n");
  }

  @Test
  void span_emptyAtEndOfText_getsOneCaret() {
    assertThat(renderer.render(at("ab", 2, 2))).contains("1 | ab\n  |   ^\n");
  }

  @Test
  void emoji_beforeSpan_countsAsOneColumn() {
    String rendered = renderer.render(at("\uD83D\uDE00 x", 3, 4));

    assertThat(rendered).contains("a.writ:1:3").contains("  |   ^\n");
  }

  @Test
  void bidiControl_inLine_isWrittenAsEscape() {
    assertThat(renderer.render(at("a\u202Eb", 1, 2))).contains("1 | a\\u{202E}b\n  |  ^^^^^^^^\n");
  }

  @Test
  void longLine_isCutAroundSpan() {
    String text = "x".repeat(5_000) + "here" + "y".repeat(5_000);

    String line = renderer.render(at(text, 5_000, 5_004)).lines().toList().get(3);

    assertThat(line).startsWith("1 | …xxx").endsWith("yyy…").contains("xherey").hasSize(210);
  }

  @Test
  void ansiPalette_coloursAndResets() {
    String rendered = new DiagnosticRenderer(Palette.ANSI).render(at("ab", 0, 1));

    assertThat(rendered).contains("\u001b[1;31merror[W0020]\u001b[0m");
  }

  @Test
  void diagnostics_sameTwice_areKeptOnceInOrder() {
    SourceText file = new SourceText("a.writ", "abcdef");
    Diagnostics found = new Diagnostics();
    found.add(Diagnostic.warning(DiagnosticCode.REPEATED_CLAUSE, file, new Span(3, 4), "m"));
    found.add(Diagnostic.warning(DiagnosticCode.REPEATED_CLAUSE, file, new Span(3, 4), "m"));
    found.add(Diagnostic.warning(DiagnosticCode.REPEATED_CLAUSE, file, new Span(1, 4), "m"));

    assertThat(found.hasErrors()).isFalse();
    assertThat(found.sorted()).extracting(Diagnostic::underlined).isEqualTo(List.of("bcd", "d"));
  }
}
