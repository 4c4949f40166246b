package dev.writ.dsl.cli;

import dev.writ.core.ir.KeyPem;
import dev.writ.core.model.Json;
import dev.writ.core.model.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code writ bundle keygen}: makes a pair of keys. */
@Command(
    name = "keygen",
    description = {
      "Makes a pair of Ed25519 keys for bundles: NAME.key.pem to sign with, which only its owner"
          + " may read, and NAME.pub.pem for those who load.",
      "The private key is not encrypted: keep it where builds keep their secrets. No file is"
          + " replaced."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Both files are written.",
      "2:The command line is wrong.",
      "4:A file is there already or cannot be written."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  writ bundle keygen --out ci", "  writ bundle keygen --out ~/.writ/release"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BundleKeygenCommand implements Callable<Integer> {
  private static final String ANOTHER = "give another NAME: no key is replaced";

  private final Shell shell;

  @Option(
      names = "--out",
      paramLabel = "NAME",
      required = true,
      description = "The beginning of both files' names.")
  private Path name;

  @Option(names = "--json", description = "Write one JSON object.")
  private boolean json;

  BundleKeygenCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    OutputFile secret = new OutputFile(Path.of(name + ".key.pem"), false, ANOTHER);
    OutputFile open = new OutputFile(Path.of(name + ".pub.pem"), false, ANOTHER);
    secret.check();
    open.check();
    KeyPair keys = pair();
    secret.writeSecret(KeyPem.write(keys.getPrivate()).getBytes(StandardCharsets.US_ASCII));
    open.write(KeyPem.write(keys.getPublic()).getBytes(StandardCharsets.US_ASCII));
    tell(secret.path(), open.path());
    return ExitCode.OK;
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has Ed25519", e);
    }
  }

  private void tell(Path secret, Path open) {
    if (json) {
      Json paths =
          Json.object()
              .put("privateKey", secret.toString())
              .put("publicKey", open.toString())
              .build();
      shell.out().line(JsonWriter.pretty(paths));
      return;
    }
    shell.out().line("private key  " + secret + "   keep it secret");
    shell.out().line("public key   " + open);
  }
}
