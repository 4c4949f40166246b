package dev.writ.bench.report;

import java.util.List;

/** The page of what was measured beside single decisions. */
public final class RowsPage {
  private RowsPage() {}

  /**
   * The page.
   *
   * @param table a table in Markdown
   */
  public static String of(List<String> table) {
    return "# Beside single decisions\n\nMachine: "
        + Results.told(Machine.describe())
        + ".\n\n"
        + String.join("\n", table)
        + "\n\n`authorize` with an audit ledger is not measured: there is no ledger yet.\n";
  }
}
