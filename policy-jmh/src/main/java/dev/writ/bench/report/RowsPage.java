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
        + "\n\nThe cache and the audited ledger are not measured yet: there is neither.\n";
  }
}
