package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.lint.LintReport;
import dev.writ.dsl.lint.Linter;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code writ check}: what the compiler says of policies. */
@Command(
    name = "check",
    description = {
      "Compiles policies and shows every error; where there is none, every finding: what is"
          + " allowed and probably not meant.",
      "A finding shown as a warning is accepted by @allow(\"CODE\", \"reason\") before its"
          + " declaration and then only counted; one shown as an error must be fixed before"
          + " policies are bundled. docs/diagnostics/CODE.md tells more."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The policies compile; nothing was found, or all of it is accepted.",
      "1:The policies compile; there are findings that are not accepted.",
      "2:The command line is wrong.",
      "3:The policies do not compile.",
      "4:A file cannot be read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ check policies/",
      "  writ check manifest.writ payments.writ",
      "  writ check policies/ --json | jq '.diagnostics[].message'",
      "  writ check policies/ --json | jq -r '.suppressed[] | .code + \" \" + .reason'"
    })
final class CheckCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private PolicyPaths policies = new PolicyPaths();

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Compilation compilation = Policies.compile(policies.paths());
    LintReport report = Linter.standard().lint(compilation);
    if (json) {
      shell.out().line(JsonWriter.pretty(toJson(compilation, report)));
    } else {
      Policies.show(compilation.diagnostics(), shell.out());
      Policies.show(report.findings(), shell.out());
      shell.out().line(summary(compilation, report));
    }
    return code(compilation, report);
  }

  private static int code(Compilation compilation, LintReport report) {
    if (!compilation.isSuccess()) {
      return ExitCode.POLICY;
    }
    return report.isClean() && compilation.warnings().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static int findings(Compilation compilation, LintReport report) {
    return compilation.warnings().size() + report.findings().size();
  }

  private static Json toJson(Compilation compilation, LintReport report) {
    List<Diagnostic> diagnostics = new ArrayList<>(compilation.diagnostics());
    diagnostics.addAll(report.findings());
    return Json.object()
        .put("files", compilation.files().size())
        .put("errors", compilation.errors().size())
        .put("findings", findings(compilation, report))
        .put("diagnostics", DiagnosticJson.of(diagnostics))
        .put("suppressed", LintCommand.suppressed(report))
        .build();
  }

  private String summary(Compilation compilation, LintReport report) {
    int errors = compilation.errors().size();
    int findings = findings(compilation, report);
    Ink ink = errors > 0 ? Ink.BAD : findings > 0 ? Ink.WARN : Ink.GOOD;
    String found =
        errors + findings == 0
            ? "no errors, no findings"
            : Words.count(errors, "error") + ", " + Words.count(findings, "finding");
    int accepted = report.suppressed().size();
    return shell.out().paint(ink, found)
        + (accepted == 0 ? "" : ", " + Words.count(accepted, "accepted finding"))
        + " in "
        + Words.count(compilation.files().size(), "file")
        + compilation
            .policySet()
            .map(policies -> Contents.of(policies).words())
            .filter(words -> !words.isEmpty())
            .map(": "::concat)
            .orElse("");
  }
}
