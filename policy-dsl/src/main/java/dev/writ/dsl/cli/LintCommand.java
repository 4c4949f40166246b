package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.lint.Fixed;
import dev.writ.dsl.lint.LintReport;
import dev.writ.dsl.lint.Linter;
import dev.writ.dsl.lint.SuppressedFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code writ lint}: what compiles and is probably not meant. */
@Command(
    name = "lint",
    description = {
      "Shows what compiles and is probably not meant: first what stands against a bundle, then the"
          + " rest, then what @allow(\"CODE\", \"reason\") accepts, with the reason.",
      "--fix writes what can be fixed without permitting more, and says where less is permitted. A"
          + " fix is not made where its result does not compile, has another finding, or fails a"
          + " test that passed."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Nothing is found, or all of it is accepted or fixed.",
      "1:There are findings that are not accepted.",
      "2:The command line is wrong.",
      "3:The policies do not compile.",
      "4:A file cannot be read or written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ lint policies/",
      "  writ lint policies/ --fix && git diff policies/",
      "  writ lint policies/ --json | jq -r '.suppressed[] | .code + \" \" + .reason'"
    })
final class LintCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private PolicyPaths policies = new PolicyPaths();

  @Option(names = "--fix", description = "Write the fixes into the files.")
  private boolean fix;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  LintCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Compilation compilation = Policies.compile(policies.paths());
    if (!compilation.isSuccess()) {
      return refuse(compilation);
    }
    Fixed fixed = fix ? PolicyFixes.write(compilation) : null;
    Compilation now = fixed == null ? compilation : fixed.compilation();
    LintReport report = fixed == null ? Linter.standard().lint(compilation) : fixed.report();
    if (json) {
      shell.out().line(JsonWriter.pretty(toJson(now, report, fixed)));
    } else {
      new LintText(shell.out()).print(now, report, fixed);
    }
    return report.isClean() && now.warnings().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private int refuse(Compilation compilation) {
    if (!json) {
      return Policies.refuse(compilation, shell);
    }
    Json errors = Json.object().put("diagnostics", DiagnosticJson.of(compilation.errors())).build();
    shell.out().line(JsonWriter.pretty(errors));
    return ExitCode.POLICY;
  }

  private static Json toJson(Compilation now, LintReport report, @Nullable Fixed fixed) {
    List<Json> findings = new ArrayList<>();
    now.warnings().forEach(each -> findings.add(FixJson.finding(each)));
    report.findings().forEach(each -> findings.add(FixJson.finding(each)));
    JsonObject object =
        Json.object()
            .put("files", now.files().size())
            .put("refusesBundle", report.refusesBundle())
            .put("findings", Json.array(findings))
            .put("suppressed", suppressed(report));
    if (fixed != null) {
      object
          .put("fixed", Json.array(fixed.applied().stream().map(FixJson::finding).toList()))
          .put("notFixed", Json.array(fixed.refused().stream().map(FixJson::refused).toList()));
    }
    return object.build();
  }

  /** What annotations accept, each with its reason. */
  static Json suppressed(LintReport report) {
    return Json.array(report.suppressed().stream().map(LintCommand::of).toList());
  }

  private static Json of(SuppressedFinding suppressed) {
    return DiagnosticJson.object(suppressed.finding()).put("reason", suppressed.reason()).build();
  }
}
