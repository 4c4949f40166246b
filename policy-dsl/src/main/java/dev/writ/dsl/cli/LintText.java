package dev.writ.dsl.cli;

import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.lint.Fixed;
import dev.writ.dsl.lint.LintReport;
import dev.writ.dsl.lint.SuppressedFinding;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.Location;
import dev.writ.dsl.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows findings to a person. */
record LintText(Output out) {

  void print(Compilation now, LintReport report, @Nullable Fixed fixed) {
    if (fixed != null) {
      fixes(fixed);
    }
    List<Diagnostic> others = new ArrayList<>(now.warnings());
    others.addAll(of(report, Severity.WARNING));
    group("against a bundle", of(report, Severity.ERROR));
    group("probably not meant", others);
    accepted(report.suppressed());
    out.line(summary(now, report, others.size(), fixed == null));
  }

  private static List<Diagnostic> of(LintReport report, Severity severity) {
    return report.findings().stream().filter(each -> each.severity() == severity).toList();
  }

  private void group(String title, List<Diagnostic> findings) {
    if (!findings.isEmpty()) {
      heading(title);
      Policies.show(findings, out);
    }
  }

  private void heading(String title) {
    out.line(out.paint(Ink.STRONG, "== " + title));
  }

  private void accepted(List<SuppressedFinding> suppressed) {
    if (suppressed.isEmpty()) {
      return;
    }
    heading("accepted");
    for (SuppressedFinding each : suppressed) {
      out.line(place(each.finding()) + ": " + each.finding().message());
      out.line("  because " + Visible.of(each.reason()));
    }
    out.line("");
  }

  private static String place(Diagnostic finding) {
    Location at = finding.location();
    return finding.code().id() + " " + finding.file().name() + ":" + at.line() + ":" + at.column();
  }

  private void fixes(Fixed fixed) {
    for (Diagnostic each : fixed.applied()) {
      Fix fix = Objects.requireNonNull(each.fix());
      boolean narrows = fix.effect() == Fix.Effect.NARROWS;
      out.line(
          out.paint(Ink.GOOD, "fixed")
              + " "
              + place(each)
              + ": "
              + fix.title()
              + (narrows ? out.paint(Ink.WARN, "; permits less than before") : ""));
    }
    for (Fixed.RefusedFix each : fixed.refused()) {
      out.line(
          out.paint(Ink.WARN, "not fixed") + " " + place(each.finding()) + ": " + each.reason());
    }
    if (!fixed.applied().isEmpty() || !fixed.refused().isEmpty()) {
      out.line("");
    }
  }

  private String summary(Compilation now, LintReport report, int others, boolean offer) {
    int against = of(report, Severity.ERROR).size();
    int all = against + others;
    Ink ink = against > 0 ? Ink.BAD : all > 0 ? Ink.WARN : Ink.GOOD;
    String found = all == 0 ? "no findings" : Words.count(all, "finding");
    int accepted = report.suppressed().size();
    long fixable = report.findings().stream().filter(each -> each.fix() != null).count();
    return out.paint(ink, found + (against > 0 ? ", " + against + " of them against a bundle" : ""))
        + (accepted == 0 ? "" : ", " + Words.count(accepted, "accepted finding"))
        + " in "
        + Words.count(now.files().size(), "file")
        + (offer && fixable > 0 ? "; --fix mends " + fixable : "");
  }
}
