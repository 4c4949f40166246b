package dev.writ.dsl.cli;

import dev.writ.core.ir.PolicySet;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.report.Ink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writ check}: what the compiler says of policies. */
@Command(
    name = "check",
    description = "Compiles policies and shows every error and finding.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The policies compile and nothing was found.",
      "1:The policies compile; there are findings.",
      "2:The command line is wrong.",
      "3:The policies do not compile.",
      "4:A file cannot be read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ check policies/",
      "  writ check manifest.writ payments.writ",
      "  writ check policies/ --json | jq '.diagnostics[].message'"
    })
final class CheckCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Policy files, or folders of files that end in .writ; together one policy set.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Compilation compilation = Policies.compile(paths);
    if (json) {
      shell.out().line(JsonWriter.pretty(toJson(compilation)));
    } else {
      Policies.show(compilation.diagnostics(), shell.out());
      shell.out().line(summary(compilation));
    }
    return code(compilation);
  }

  private static int code(Compilation compilation) {
    if (!compilation.errors().isEmpty()) {
      return ExitCode.POLICY;
    }
    return compilation.warnings().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static Json toJson(Compilation compilation) {
    return Json.object()
        .put("files", compilation.files().size())
        .put("errors", compilation.errors().size())
        .put("warnings", compilation.warnings().size())
        .put("diagnostics", DiagnosticJson.of(compilation.diagnostics()))
        .build();
  }

  private String summary(Compilation compilation) {
    int errors = compilation.errors().size();
    int warnings = compilation.warnings().size();
    Ink ink = errors > 0 ? Ink.BAD : warnings > 0 ? Ink.WARN : Ink.GOOD;
    String found =
        errors + warnings == 0
            ? "no errors, no findings"
            : Words.count(errors, "error") + ", " + Words.count(warnings, "finding");
    return shell.out().paint(ink, found)
        + " in "
        + Words.count(compilation.files().size(), "file")
        + compilation.policySet().map(CheckCommand::contents).orElse("");
  }

  private static String contents(PolicySet policies) {
    List<String> parts = new ArrayList<>();
    part(parts, policies.rules().size(), "rule");
    part(parts, policies.scopes().size(), "scope");
    part(parts, policies.approvals().size(), "approval");
    part(parts, policies.grants().size(), "grant");
    part(parts, policies.limits().size(), "limit");
    part(parts, policies.invariants().size(), "invariant");
    return Optional.of(String.join(", ", parts))
        .filter(p -> !p.isEmpty())
        .map(": "::concat)
        .orElse("");
  }

  private static void part(List<String> parts, int count, String noun) {
    if (count > 0) {
      parts.add(Words.count(count, noun));
    }
  }
}
