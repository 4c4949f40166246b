package dev.writ.core.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where bundles are put: files, and the bytes in them at this moment. */
interface BundlePlace {

  /** What messages call the place. */
  Path path();

  /**
   * The files that may hold a bundle, in a fixed order.
   *
   * @throws IOException if the place is not there or cannot be listed
   */
  List<Path> files() throws IOException;

  /**
   * The bytes of a file, one more than a bundle may have at most.
   *
   * @throws IOException if it is not there, is no file or cannot be read
   */
  byte[] read(Path file) throws IOException;
}
