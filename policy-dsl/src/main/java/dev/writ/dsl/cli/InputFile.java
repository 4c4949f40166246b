package dev.writ.dsl.cli;

import dev.writ.core.model.Json;
import dev.writ.core.model.JsonException;
import dev.writ.core.model.JsonReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files named on the command line, and words for what can be wrong with them. */
final class InputFile {
  private InputFile() {}

  /**
   * Opens a file.
   *
   * @throws InputException if it is not there, is a folder or cannot be read
   */
  static InputStream open(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputException("`" + file + "` is a folder, a file is needed", null);
    }
    try {
      return new BufferedInputStream(Files.newInputStream(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads one JSON value.
   *
   * @throws InputException if the file cannot be read or is not one JSON value
   */
  static Json json(Path file) {
    try (InputStream in = open(file)) {
      return JsonReader.read(in);
    } catch (JsonException e) {
      throw notJson(file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** The file is not what it should be, at this place of it. */
  static InputException notJson(Path file, JsonException e) {
    String place = e.line() == 0 ? "" : ":" + e.line() + ":" + e.column();
    return new InputException("`" + file + place + "`: " + e.reason(), null);
  }

  /** The file cannot be read. */
  static InputException unreadable(Path file, IOException e) {
    return new InputException("cannot read `" + file + "`: " + reason(e), null);
  }

  /** What is wrong, without the name of a class or the file. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    String message = e.getMessage();
    return message == null || message.isEmpty() ? "the system refused" : message;
  }
}
