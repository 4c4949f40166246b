package dev.writ.dsl.cli;

import dev.writ.core.ir.BundleTrust;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that tell whose bundles are accepted. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TrustOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--trust",
      paramLabel = "ID=FILE",
      description =
          "Accept bundles that this key signed: its id, and a file with the public key in PEM;"
              + " may stand repeatedly.")
  private List<String> keys = new ArrayList<>();

  @Option(
      names = "--trust-anybody",
      description = "Accept bundles whoever made them, without looking at a signature.")
  private boolean anybody;

  /** Whether anything was said. */
  boolean given() {
    return anybody || looks();
  }

  /** Whether signatures are looked at. */
  boolean looks() {
    return !keys.isEmpty();
  }

  /**
   * What is accepted.
   *
   * @throws ParameterException if nothing is, or both options stand
   * @throws InputException if a key cannot be read
   */
  BundleTrust trust() {
    if (anybody == looks()) {
      throw usage(
          anybody
              ? "--trust and --trust-anybody exclude each other"
              : "whose bundles are accepted is not said: give --trust ID=FILE, or --trust-anybody");
    }
    return anybody ? BundleTrust.inAnybody() : BundleTrust.in(publicKeys());
  }

  private Map<String, PublicKey> publicKeys() {
    Map<String, PublicKey> read = new HashMap<>();
    for (String key : keys) {
      int equals = key.indexOf('=');
      if (equals <= 0 || equals == key.length() - 1) {
        throw usage("invalid value for option `--trust`: ID=FILE is needed, found `" + key + "`");
      }
      String id = key.substring(0, equals);
      if (read.put(id, KeyFile.publicKey(Path.of(key.substring(equals + 1)))) != null) {
        throw usage("the key `" + id + "` is given twice");
      }
    }
    return read;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
