package dev.writ.dsl.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files that are formatted, and how one is replaced. */
final class FormattedFiles {
  private static final String ENDING = ".writ";

  private FormattedFiles() {}

  /**
   * The files that paths stand for, each once; those in folders sorted.
   *
   * @throws InputException if a path is not there, or a folder cannot be read or holds no policy
   */
  static List<Path> of(List<Path> paths) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new InputException("cannot read `" + path + "`: no such file or folder", null);
      }
      files.addAll(Files.isDirectory(path) ? inside(path) : List.of(path));
    }
    return List.copyOf(files);
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      List<Path> files =
          below
              .filter(path -> path.toString().endsWith(ENDING) && Files.isRegularFile(path))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new InputException(
            "there is no policy file in `" + folder + "`", "policy files end in `" + ENDING + "`");
      }
      return files;
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new InputException("cannot read `" + folder + "`: " + reason(e), null);
    }
  }

  private static String reason(Exception e) {
    return InputFile.reason(e.getCause() instanceof IOException cause ? cause : new IOException(e));
  }

  /** What messages call a file. */
  static String name(Path file) {
    return file.toString().replace('\\', '/');
  }

  /**
   * Replaces a file as a whole: writes another one beside it and moves that to its place. A link
   * stays one, and the permissions stay what they are.
   *
   * @throws IOException if the file may not be written, or the folder takes no other
   */
  static void replace(Path file, String text) throws IOException {
    Path target = file.toRealPath();
    if (!Files.isWritable(target)) {
      throw new AccessDeniedException(file.toString());
    }
    Path written = Files.createTempFile(target.getParent(), ".writ-", ".tmp");
    try {
      Files.write(written, text.getBytes(StandardCharsets.UTF_8));
      keepPermissions(target, written);
      Files.move(
          written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    @Nullable PosixFileAttributeView old = view(from);
    @Nullable PosixFileAttributeView now = view(to);
    if (old != null && now != null) {
      now.setPermissions(old.readAttributes().permissions());
    }
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
