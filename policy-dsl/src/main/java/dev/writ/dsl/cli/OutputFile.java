package dev.writ.dsl.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * A file that the command writes: whole or not at all, and never in the place of another unasked.
 *
 * @param path where
 * @param replaces whether it may take the place of a file
 * @param otherwise what to do where there is a file already
 */
record OutputFile(Path path, boolean replaces, String otherwise) {

  OutputFile(Path path, boolean replaces) {
    this(path, replaces, "write to another file, or add --force to replace it");
  }

  /**
   * Looks whether it can be written, before any work is done.
   *
   * @throws InputException if it cannot
   */
  void check() {
    if (Files.isDirectory(path)) {
      throw new InputException("`" + path + "` is a folder, a file is needed", null);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new InputException("`" + path + "` is a device or the like, a file is needed", null);
    }
    if (!replaces && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw exists();
    }
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "cannot write `" + path + "`: no such folder `" + folder + "`", null);
    }
  }

  private InputException exists() {
    return new InputException("`" + path + "` is there already", otherwise);
  }

  private Path folder() {
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path.toAbsolutePath() : parent;
  }

  /**
   * Writes a file that others may read as the process allows: first beside its place, then moved
   * there in one step, so that nobody sees half of it.
   *
   * @throws InputException if it cannot be written
   */
  void write(byte[] bytes) {
    check();
    Path draft = folder().resolve("." + path.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      create(draft, bytes);
      move(draft);
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      discard(draft);
    }
  }

  /**
   * Writes a file in the place of the one that is there, with its permissions; where the path is a
   * link, in the place of what it leads to.
   *
   * @throws InputException if it cannot be written
   */
  void rewrite(byte[] bytes) {
    try {
      Path real = path.toRealPath();
      boolean posix = Files.getFileStore(real).supportsFileAttributeView("posix");
      Set<PosixFilePermission> permissions = posix ? Files.getPosixFilePermissions(real) : Set.of();
      new OutputFile(real, true).write(bytes);
      if (posix) {
        Files.setPosixFilePermissions(real, permissions);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Writes a new file that nobody but its owner may read, where the file system knows owners.
   *
   * @throws InputException if it is there already or cannot be written
   */
  void writeSecret(byte[] bytes) {
    check();
    try {
      create(path, bytes, ownersOnly());
    } catch (FileAlreadyExistsException e) {
      throw exists();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private FileAttribute<?>[] ownersOnly() {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void create(Path file, byte[] bytes, FileAttribute<?>... attributes)
      throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, options, attributes)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private void move(Path draft) throws IOException {
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new InputException("cannot remove `" + draft + "`: " + InputFile.reason(e), null);
    }
  }

  private InputException unwritable(IOException e) {
    String reason = e instanceof NoSuchFileException ? "no such folder" : InputFile.reason(e);
    return new InputException("cannot write `" + path + "`: " + reason, null);
  }
}
