package dev.writ.dsl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HtmlPageTest {
  private static final String NASTY = "<script>\"a\" & 'b'</script>\u0000\u001b\ud800";
  private static final String SAFE =
      "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;\ufffd\ufffd\ufffd";

  static List<Plot> plots() {
    return List.of(
        new ColumnPlot(
            NASTY,
            List.of(
                new ColumnPlot.Bar(NASTY, 3, NASTY, false), new ColumnPlot.Bar("b", 0, "", true))),
        new ColumnPlot("none", List.of()),
        new CurvePlot(
            NASTY,
            List.of(new CurvePlot.Point(0, 1), new CurvePlot.Point(1, 500)),
            List.of(new CurvePlot.Mark(0.5, NASTY)),
            List.of(new CurvePlot.Mark(10, NASTY))),
        new CurvePlot("flat", List.of(new CurvePlot.Point(0, 7)), List.of(), List.of()),
        new CurvePlot("none", List.of(), List.of(), List.of()),
        new RankPlot(NASTY, List.of(new RankPlot.Rank(NASTY, 0.5, NASTY))),
        new RankPlot("none", List.of()));
  }

  @ParameterizedTest
  @MethodSource("plots")
  void plot_ofAnyText_isWellFormedAndHoldsItEscaped(Plot plot) throws XMLStreamException {
    String svg = plot.svg();

    assertThat(elements(svg)).isPositive();
    assertThat(svg).doesNotContain("<script", "NaN", "Infinity", "\u0000");
    if (plot.title().equals(NASTY)) {
      assertThat(svg).contains("aria-label=\"" + SAFE + "\"");
    }
  }

  private static int elements(String xml) throws XMLStreamException {
    XMLStreamReader reader =
        XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(xml));
    int elements = 0;
    while (reader.hasNext()) {
      elements += reader.next() == XMLStreamReader.START_ELEMENT ? 1 : 0;
    }
    return elements;
  }

  @Test
  void page_ofAnyText_holdsItEscaped() {
    Table table =
        new Table(
            List.of(Column.text(NASTY), Column.number("n")),
            List.of(List.of(Cell.of("<b>", Ink.GOOD), Cell.of(5))));
    String page =
        new HtmlPage(NASTY)
            .heading(NASTY)
            .note(NASTY)
            .figures(List.of(new HtmlPage.Figure(NASTY, NASTY)))
            .plot(plots().get(0))
            .table(table)
            .write(NASTY);

    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .endsWith("</html>\n")
        .contains("<h1>" + SAFE, "<h2>" + SAFE, "<dt>" + SAFE, "<dd>" + SAFE, "<footer>" + SAFE)
        .contains("<td class=\"good\">&lt;b&gt;</td>", "<td class=\"n plain\">5</td>")
        .doesNotContain("<script", "<b>", "\u001b");
  }

  @Test
  void ranks_areAsLongAsTheirPart_andLongNamesAreCut() {
    String svg = new RankPlot("t", List.of(new RankPlot.Rank("x".repeat(200), 0.25, "25 %"))).svg();

    assertThat(svg).contains("width=\"180.0\"", "x".repeat(45) + "\u2026" + "x".repeat(44) + "<");
  }

  @Test
  void columns_areAsHighAsTheirShareOfTheHighest() {
    String svg =
        new ColumnPlot(
                "t",
                List.of(
                    new ColumnPlot.Bar("a", 4, "a: 4", false),
                    new ColumnPlot.Bar("b", 1, "b: 1", true)))
            .svg();

    assertThat(svg)
        .contains("class=\"bar\" x=\"1.0\" y=\"18.0\" width=\"358.0\" height=\"188.0\"")
        .contains("class=\"apart\" x=\"361.0\" y=\"159.0\" width=\"358.0\" height=\"47.0\"")
        .contains("<title>b: 1</title>");
  }

  @Test
  void curve_isLogarithmicBetweenItsLevels() {
    String svg =
        new CurvePlot(
                "t",
                List.of(new CurvePlot.Point(0, 10), new CurvePlot.Point(0.5, 100)),
                List.of(),
                List.of(new CurvePlot.Mark(10, "10"), new CurvePlot.Mark(1_000, "1000")))
            .svg();

    assertThat(svg).contains("points=\"70.0,206.0 380.0,110.0\"");
  }
}
