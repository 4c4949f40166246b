package dev.writ.core.engine;

import dev.writ.core.model.Shown;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * What is wrong with a file, or with the place.
 *
 * @param problem one sentence
 * @param digest of the bytes that it was found in, or empty
 * @param passing whether it may be that somebody is just writing
 */
record BundleTrouble(String problem, String digest, boolean passing) {

  static final BundleTrouble OUT_OF_MEMORY =
      new BundleTrouble("the bundle does not fit into memory", "", false);

  /** The file or the place cannot be read. */
  static BundleTrouble unreadable(IOException e) {
    return new BundleTrouble("cannot be read: " + reason(e), "", true);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return said == null || said.isEmpty() ? "the system refused" : Shown.text(said);
  }
}
