package dev.writ.dsl.cli;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.lint.LintReport;
import dev.writ.dsl.lint.Linter;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Severity;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code writ bundle}: compiles policies to what a service loads without a compiler. */
@Command(
    name = "bundle",
    description = {
      "Compiles policies to one file that a service loads without a compiler: with a hash, a"
          + " sequence number and, given a key, a signature.",
      "Policies with a finding that `writ lint` shows as an error are not bundled. The same"
          + " policies, number and key give the same bytes, whatever the order of the files.",
      "A folder named as a subcommand is written with its path: ./verify."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The bundle is written.",
      "1:There is a finding that stands against it; nothing is written.",
      "2:The command line is wrong.",
      "3:The policies do not compile; nothing is written.",
      "4:A file cannot be read or written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ bundle keygen --out ci",
      "  writ bundle policies/ --out payments.writb --sequence 7 \\",
      "      --key ci.key.pem --key-id ci",
      "  writ bundle verify payments.writb --trust ci=ci.pub.pem"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BundleCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Policy files, or folders of files that end in .writ; together one policy set.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the bundle is written, in one step; by custom it ends in .writb.")
  private @Nullable Path out;

  @Option(
      names = "--sequence",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "The number of this version, 0 or more: an engine never goes back to a lower one."
              + " Default: 1.")
  private String sequence = "1";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "Sign with this Ed25519 private key: PKCS#8, PEM, not encrypted.")
  private @Nullable Path key;

  @Option(
      names = "--key-id",
      paramLabel = "ID",
      description = "What the key is called where the bundle is loaded.")
  private @Nullable String keyId;

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  BundleCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Path target = required();
    long number = number();
    PrivateKey signer = key == null ? null : KeyFile.privateKey(key);
    OutputFile file = new OutputFile(target, force);
    file.check();
    Compilation compilation = Policies.compile(paths);
    LintReport report = Linter.standard().lint(compilation);
    if (!compilation.isSuccess() || report.refusesBundle()) {
      return refuse(compilation, report);
    }
    Bundle bundle = signed(Bundle.of(compilation.orThrow(), number), signer);
    byte[] bytes = bundle.write();
    Bundle.read(bytes, BundleTrust.inAnybody());
    file.write(bytes);
    tell(new BundleReport(target, bundle, bytes.length, true), report);
    return ExitCode.OK;
  }

  private Path required() {
    if (paths.isEmpty()) {
      throw usage("missing required parameter: `PATH`, the policies");
    }
    if (out == null) {
      throw usage("missing required option: `--out FILE`, where the bundle is written");
    }
    if (out.toString().equals("-")) {
      throw usage("a bundle is written to a file: `-` is none, `./-` would be");
    }
    if ((key == null) != (keyId == null)) {
      throw usage("`--key` and `--key-id` stand together, or neither");
    }
    if (keyId != null && keyId.isEmpty()) {
      throw usage("the id of a key is not empty");
    }
    return out;
  }

  private long number() {
    try {
      long number = Long.parseLong(sequence);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw usage("a sequence number is a whole number from 0, not `" + sequence + "`");
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Bundle signed(Bundle bundle, @Nullable PrivateKey signer) {
    return signer == null || keyId == null ? bundle : bundle.signed(keyId, signer);
  }

  private int refuse(Compilation compilation, LintReport report) {
    List<Diagnostic> against = new ArrayList<>(compilation.errors());
    report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .forEach(against::add);
    int code = compilation.isSuccess() ? ExitCode.FINDINGS : ExitCode.POLICY;
    if (json) {
      JsonObject object = Json.object().put("bundled", false);
      shell
          .out()
          .line(JsonWriter.pretty(object.put("diagnostics", DiagnosticJson.of(against)).build()));
      return code;
    }
    if (code == ExitCode.POLICY) {
      return Policies.refuse(compilation, shell);
    }
    Policies.show(against, shell.err());
    shell
        .err()
        .line(
            shell.err().paint(Ink.BAD, Words.count(against.size(), "finding"))
                + " against a bundle: nothing is written");
    return code;
  }

  private void tell(BundleReport written, LintReport report) {
    int findings = report.findings().size();
    if (json) {
      JsonObject object = Json.object().put("bundled", true);
      written.addTo(object);
      shell.out().line(JsonWriter.pretty(object.put("findings", findings).build()));
      return;
    }
    written.print(shell.out());
    String warning = shell.err().paint(Ink.WARN, "warning") + ": ";
    if (findings > 0) {
      shell.err().line(warning + Words.count(findings, "finding") + ", which `writ lint` shows");
    }
    if (key == null) {
      shell
          .err()
          .line(warning + "the bundle is not signed: it loads only where anybody is trusted");
    }
  }
}
