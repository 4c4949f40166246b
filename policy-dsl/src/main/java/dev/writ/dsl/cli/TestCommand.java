package dev.writ.dsl.cli;

import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.policytest.PolicyTests;
import dev.writ.dsl.policytest.TestReport;
import dev.writ.dsl.report.JUnitXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code writ test}: runs the tests that stand in policies. */
@Command(
    name = "test",
    description = "Runs the test blocks of policies and tries their invariants on every request.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every test passed and no invariant was broken.",
      "1:A test failed, an invariant was broken, or there is no test.",
      "2:The command line is wrong.",
      "3:The policies do not compile.",
      "4:A file cannot be read or written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ test policies/",
      "  writ test policies/ --coverage",
      "  writ test policies/ --junit target/writ.xml",
      "  writ test policies/ --json | jq '.tests[] | select(.passed | not)'"
    })
final class TestCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private PolicyPaths policies = new PolicyPaths();

  @Option(
      names = "--coverage",
      description = "Show which rules and clauses were seen true and false.")
  private boolean coverage;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the outcome as JUnit XML as well.")
  private @Nullable Path junit;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  TestCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Compilation compilation = Policies.compile(policies.paths());
    if (!compilation.isSuccess()) {
      return Policies.refuse(compilation, shell);
    }
    TestReport report = PolicyTests.run(compilation.orThrow(), compilation.tests());
    if (junit != null) {
      write(junit, JUnitXml.write(TestJson.suites(report)));
    }
    if (json) {
      shell.out().line(JsonWriter.pretty(TestJson.of(report)));
    } else if (report.tests().isEmpty()) {
      shell.err().error("there is no test in these policies", null);
    } else {
      new TestText(shell).print(report, coverage);
    }
    return report.passed() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InputException("cannot write `" + file + "`: " + InputFile.reason(e), null);
    }
  }
}
