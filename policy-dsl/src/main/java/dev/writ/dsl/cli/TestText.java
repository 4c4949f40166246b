package dev.writ.dsl.cli;

import dev.writ.dsl.policytest.CoverageLine;
import dev.writ.dsl.policytest.InvariantOutcome;
import dev.writ.dsl.policytest.Mismatch;
import dev.writ.dsl.policytest.TestOutcome;
import dev.writ.dsl.policytest.TestReport;
import dev.writ.dsl.report.Cell;
import dev.writ.dsl.report.Column;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.report.Table;
import java.util.List;

/** Shows a test report to a person. */
final class TestText {
  private final Shell shell;

  TestText(Shell shell) {
    this.shell = shell;
  }

  void print(TestReport report, boolean coverage) {
    Output out = shell.out();
    shell.print(tests(report.tests()));
    report.tests().stream().filter(test -> !test.passed()).forEach(this::failure);
    if (!report.invariants().isEmpty()) {
      out.line("");
      shell.print(invariants(report.invariants()));
      report.invariants().stream().filter(i -> !i.held()).forEach(this::breach);
    }
    if (coverage) {
      out.line("");
      shell.print(coverage(report.coverage()));
    }
    out.line("");
    out.line(summary(report));
  }

  private static Table tests(List<TestOutcome> tests) {
    return new Table(
        List.of(
            Column.text(""),
            Column.flexible("test"),
            Column.text("module"),
            Column.number("checks")),
        tests.stream().map(TestText::row).toList());
  }

  private static List<Cell> row(TestOutcome test) {
    return List.of(
        test.passed() ? Cell.of("pass", Ink.GOOD) : Cell.of("FAIL", Ink.BAD),
        Cell.of(test.name()),
        Cell.of(test.module(), Ink.FAINT),
        Cell.of(test.expectations()));
  }

  private static Table invariants(List<InvariantOutcome> invariants) {
    return new Table(
        List.of(Column.text(""), Column.flexible("invariant"), Column.number("tried on")),
        invariants.stream().map(TestText::row).toList());
  }

  private static List<Cell> row(InvariantOutcome invariant) {
    Cell mark =
        !invariant.held()
            ? Cell.of("BROKEN", Ink.BAD)
            : invariant.tried() == 0 ? Cell.of("untried", Ink.WARN) : Cell.of("held", Ink.GOOD);
    return List.of(mark, Cell.of(invariant.id()), Cell.of(invariant.tried()));
  }

  private static Table coverage(List<CoverageLine> lines) {
    return new Table(
        List.of(
            Column.text("kind"),
            Column.flexible("rule or clause"),
            Column.text("true"),
            Column.text("false")),
        lines.stream().map(TestText::row).toList());
  }

  private static List<Cell> row(CoverageLine line) {
    return List.of(
        Cell.of(line.kind(), Ink.FAINT),
        Cell.of(line.id()),
        seen(line.held()),
        line.conditional() ? seen(line.failed()) : Cell.of("cannot be", Ink.FAINT));
  }

  private static Cell seen(boolean seen) {
    return seen ? Cell.of("seen", Ink.GOOD) : Cell.of("never", Ink.WARN);
  }

  private void failure(TestOutcome test) {
    Output out = shell.out();
    out.line("");
    out.line(out.paint(Ink.BAD, "FAIL") + " " + out.paint(Ink.STRONG, test.name()));
    if (test.expectations() == 0 && test.mismatches().isEmpty()) {
      out.line("  " + test.place() + ": the test expects nothing, so it tests nothing");
    }
    test.mismatches().forEach(this::mismatch);
  }

  private void breach(InvariantOutcome invariant) {
    Output out = shell.out();
    out.line("");
    out.line(out.paint(Ink.BAD, "BROKEN") + " " + out.paint(Ink.STRONG, invariant.id()));
    invariant.breaches().forEach(this::mismatch);
  }

  private void mismatch(Mismatch mismatch) {
    Output out = shell.out();
    out.line("  " + out.paint(Ink.NOTE, mismatch.place().toString()));
    out.line("    expected  " + mismatch.expected());
    out.line("    got       " + mismatch.got());
    if (!mismatch.why().isEmpty()) {
      out.line("    why       " + mismatch.why().strip().replace("\n", "\n              "));
    }
  }

  private String summary(TestReport report) {
    long failed = report.failures();
    long broken = report.invariants().stream().filter(i -> !i.held()).count();
    int total = report.tests().size();
    String tests =
        Words.count(total, "test") + (failed == 0 ? ", all passed" : ", " + failed + " failed");
    String invariants =
        report.invariants().isEmpty()
            ? ""
            : "; "
                + Words.count(report.invariants().size(), "invariant")
                + (broken == 0 ? " held" : ", " + broken + " broken");
    String coverage =
        "; "
            + report.covered()
            + " of "
            + report.coverage().size()
            + " rules and clauses seen true, and false where they can be";
    Ink ink = report.passed() ? Ink.GOOD : Ink.BAD;
    return shell.out().paint(ink, tests + invariants) + coverage;
  }
}
