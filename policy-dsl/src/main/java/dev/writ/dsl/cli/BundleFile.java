package dev.writ.dsl.cli;

import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleException;
import dev.writ.core.ir.BundleTrust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Files with a bundle. */
final class BundleFile {
  private BundleFile() {}

  /**
   * The bytes of a file, one more than a bundle may have at most.
   *
   * @throws InputException if it cannot be read
   */
  static byte[] bytes(Path file) {
    try (InputStream in = InputFile.open(file)) {
      return in.readNBytes(Bundle.LARGEST + 1);
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  /**
   * The bundle in a file.
   *
   * @throws InputException if the file cannot be read
   * @throws BundleException if the bundle is not accepted
   */
  static Bundle read(Path file, BundleTrust trust) {
    return Bundle.read(bytes(file), trust);
  }
}
