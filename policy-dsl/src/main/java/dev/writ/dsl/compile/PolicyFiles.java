package dev.writ.dsl.compile;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that paths stand for, each once.
 *
 * @param asked the paths given
 * @param paths the files, in the order of the paths and sorted in folders
 */
record PolicyFiles(List<Path> asked, List<Path> paths) {
  private static final String ENDING = ".writ";

  /** Copies the lists. */
  PolicyFiles {
    asked = List.copyOf(asked);
    paths = List.copyOf(paths);
  }

  static PolicyFiles of(List<Path> asked) {
    List<Path> files = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    for (Path path : asked) {
      for (Path file : Files.isDirectory(path) ? inside(path) : List.of(path)) {
        if (seen.add(file.toAbsolutePath().normalize())) {
          files.add(file);
        }
      }
    }
    return new PolicyFiles(asked, files);
  }

  private static List<Path> inside(Path folder) {
    try (Stream<Path> below = Files.walk(folder)) {
      return below
          .filter(path -> path.toString().endsWith(ENDING) && Files.isRegularFile(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what diagnostics call a file. */
  static String name(Path path) {
    return path.toString().replace('\\', '/');
  }

  /** Returns the bytes of a file, or nothing after reporting that it is too large. */
  static Optional<byte[]> read(Path path, ParseLimits limits, Diagnostics diagnostics) {
    try {
      long size = Files.size(path);
      if (size <= limits.fileSize()) {
        return Optional.of(Files.readAllBytes(path));
      }
      String message =
          "the file is too large: " + size + " bytes, the limit is " + limits.fileSize();
      diagnostics.add(
          Diagnostic.error(
                  DiagnosticCode.FILE_TOO_LARGE, empty(name(path)), new Span(0, 0), message)
              .withHelp("split the file; files of one module are compiled together"));
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the error that there is no file in the folders. */
  Diagnostic noneFound() {
    String folders = asked.stream().map(PolicyFiles::name).collect(Collectors.joining(", "));
    return nothing(folders, "there is no policy file in `" + folders + "`")
        .withHelp("policy files end in `" + ENDING + "`");
  }

  /** Returns the error that no file was given. */
  static Diagnostic noneGiven() {
    return nothing("", "there is no policy file");
  }

  /** Returns the error that a file, in which nothing is wrong, declares nothing. */
  static Diagnostic declaresNothing(PolicyFile file) {
    Span place = file.module() == null ? new Span(0, 0) : file.module().span();
    return Diagnostic.error(
            DiagnosticCode.EMPTY_FILE, file.source(), place, "the file declares nothing")
        .withHelp("take it out of the set, or look for what is lost");
  }

  private static Diagnostic nothing(String place, String message) {
    return Diagnostic.error(DiagnosticCode.NO_POLICY_FILES, empty(place), new Span(0, 0), message);
  }

  private static SourceText empty(String name) {
    return new SourceText(name, "");
  }
}
