package dev.writ.core.engine;

import dev.writ.core.ir.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of bundles, or one file, whichever the path is at the moment of looking. In a folder,
 * bundles are what ends in {@code .writb}, save names that begin with a dot; folders in it are not
 * looked into. Links are followed.
 */
record FilePlace(Path path) implements BundlePlace {

  private static final String PATTERN = "[!.]*.writb";

  @Override
  public List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, PATTERN)) {
      entries.forEach(files::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    files.sort(null);
    return files;
  }

  @Override
  public byte[] read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "this is no file");
    }
    long size = Files.size(file);
    if (size > Bundle.LARGEST) {
      String reason = "it has " + size + " bytes, the limit is " + Bundle.LARGEST;
      throw new FileSystemException(file.toString(), null, reason);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Bundle.LARGEST + 1);
    }
  }
}
