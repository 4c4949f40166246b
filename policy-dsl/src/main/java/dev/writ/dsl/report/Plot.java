package dev.writ.dsl.report;

/** A picture of numbers, as SVG that stands within a page and takes its colours from it. */
public sealed interface Plot permits ColumnPlot, CurvePlot, RankPlot {

  /** What is seen, in words, for those who do not see it. */
  String title();

  /** The element {@code svg}. */
  String svg();
}
