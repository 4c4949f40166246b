package dev.writ.dsl.cli;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleException;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonObject;
import dev.writ.core.model.JsonWriter;
import dev.writ.dsl.report.Ink;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code writ bundle verify}: what is in a bundle, or why it is refused. */
@Command(
    name = "verify",
    description = {
      "Reads a bundle as an engine would, and shows what is in it, or why it is refused.",
      "Say whose signature is accepted, or that nobody's is asked for."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:The bundle is accepted.",
      "2:The command line is wrong.",
      "3:The bundle is refused.",
      "4:A file or a key cannot be read."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  writ bundle verify payments.writb --trust ci=ci.pub.pem",
      "  writ bundle verify new.writb --trust ci=ci.pub.pem --newer-than old.writb",
      "  writ bundle verify payments.writb --trust-anybody --json | jq .sequence"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BundleVerifyCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "FILE", description = "The bundle.")
  private Path file;

  @Mixin private TrustOptions trusted = new TrustOptions();

  @Option(
      names = "--newer-than",
      paramLabel = "BUNDLE",
      description =
          "Refuse a bundle with a lower sequence number than this one, or with the same number and"
              + " other policies. Its own signature is not looked at.")
  private @Nullable Path running;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  BundleVerifyCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    BundleTrust trust = trusted.trust();
    if (running != null) {
      trust = trust.after(runs(running));
    }
    byte[] bytes = BundleFile.bytes(file);
    try {
      accept(new BundleReport(file, Bundle.read(bytes, trust), bytes.length, trusted.looks()));
      return ExitCode.OK;
    } catch (BundleException e) {
      refuse(e);
      return ExitCode.POLICY;
    }
  }

  private static Bundle runs(Path running) {
    try {
      return BundleFile.read(running, BundleTrust.inAnybody());
    } catch (BundleException e) {
      throw new InputException("`" + running + "`: " + e.getMessage(), null);
    }
  }

  private void accept(BundleReport report) {
    if (json) {
      JsonObject object = Json.object().put("accepted", true);
      report.addTo(object);
      shell.out().line(JsonWriter.pretty(object.build()));
      return;
    }
    report.print(shell.out());
    shell.out().line(shell.out().paint(Ink.GOOD, "accepted"));
  }

  private void refuse(BundleException e) {
    if (json) {
      Json object =
          Json.object()
              .put("accepted", false)
              .put("file", file.toString())
              .put("reason", e.reason().name().toLowerCase(Locale.ROOT))
              .put("message", String.valueOf(e.getMessage()))
              .build();
      shell.out().line(JsonWriter.pretty(object));
      return;
    }
    shell.err().error("`" + file + "`: " + Visible.of(String.valueOf(e.getMessage())), null);
  }
}
