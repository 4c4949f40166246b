package dev.writ.dsl.cli;

import dev.writ.core.ir.KeyPem;
import dev.writ.core.ir.KeyPemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;

/** Files with a key in PEM. */
final class KeyFile {
  private static final int LONGEST = 1 << 16;

  private KeyFile() {}

  /**
   * The private key in a file.
   *
   * @throws InputException if there is none
   */
  static PrivateKey privateKey(Path file) {
    try {
      return KeyPem.privateKey(text(file));
    } catch (KeyPemException e) {
      throw new InputException(
          reason(file, e), "`writ bundle keygen --out NAME` makes a pair of keys");
    }
  }

  /**
   * The public key in a file.
   *
   * @throws InputException if there is none
   */
  static PublicKey publicKey(Path file) {
    try {
      return KeyPem.publicKey(text(file));
    } catch (KeyPemException e) {
      throw new InputException(reason(file, e), null);
    }
  }

  private static String reason(Path file, KeyPemException e) {
    return "`" + file + "`: " + e.getMessage();
  }

  private static String text(Path file) {
    try (InputStream in = InputFile.open(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new InputException("`" + file + "` is no key: it is longer than 64 KiB", null);
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }
}
