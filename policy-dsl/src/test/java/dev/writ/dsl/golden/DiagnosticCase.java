package dev.writ.dsl.golden;

import dev.writ.dsl.check.CheckLimits;
import dev.writ.dsl.check.expression.ExpressionLimits;
import dev.writ.dsl.compile.CompileLimits;
import dev.writ.dsl.parse.ParseLimits;
import dev.writ.dsl.source.DiagnosticCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A golden case of diagnostics: one or more files to compile.
 *
 * <p>A line {@code //// file: b.writ} starts another file; the first is called {@code a.writ}. A
 * first line {@code //// limits: tokens=10} lowers limits: {@code fileSize, depth, tokens,
 * literalLength, diagnostics} of a file, {@code rules, slots, setSize, sum} of the set, {@code
 * nodes, levels, reads, cost} of a condition. The line {@code //// no files} alone is a set without
 * files.
 *
 * @param path the case
 * @param files bytes by file name, in the order written
 * @param limits the limits to compile with
 */
public record DiagnosticCase(Path path, Map<String, byte[]> files, CompileLimits limits) {
  private static final Pattern LIMIT = Pattern.compile("(\\w+)=(\\d+)");
  private static final String LIMITS = "//// limits:";
  private static final String NO_FILES = "//// no files\n";
  private static final String FILE = "//// file: ";

  /** Reads a case; a file that is not text stands for itself. */
  public static DiagnosticCase read(Path path) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
      return new DiagnosticCase(path, Map.of("a.writ", bytes), CompileLimits.DEFAULT);
    }
    CompileLimits limits = CompileLimits.DEFAULT;
    if (text.equals(NO_FILES)) {
      return new DiagnosticCase(path, Map.of(), limits);
    }
    if (text.startsWith(LIMITS)) {
      int end = text.indexOf('\n') + 1;
      limits = limits(text.substring(0, end));
      text = text.substring(end);
    }
    return new DiagnosticCase(path, split(text), limits);
  }

  /** Returns the files of a text. */
  static Map<String, byte[]> split(String text) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String name = "a.writ";
    StringBuilder content = new StringBuilder();
    boolean started = false;
    for (String line : text.split("(?<=\n)", -1)) {
      if (line.startsWith(FILE)) {
        if (started) {
          files.put(name, content.toString().getBytes(StandardCharsets.UTF_8));
        }
        name = line.substring(FILE.length()).strip();
        content.setLength(0);
      } else {
        content.append(line);
      }
      started = true;
    }
    files.put(name, content.toString().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static CompileLimits limits(String line) {
    Map<String, Integer> given = new LinkedHashMap<>();
    Matcher matcher = LIMIT.matcher(line);
    while (matcher.find()) {
      given.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
    }
    return CompileLimits.DEFAULT.withParse(parse(given)).withCheck(check(given));
  }

  private static ParseLimits parse(Map<String, Integer> given) {
    ParseLimits defaults = ParseLimits.defaults();
    return new ParseLimits(
        given.getOrDefault("fileSize", defaults.fileSize()),
        given.getOrDefault("depth", defaults.depth()),
        given.getOrDefault("tokens", defaults.tokens()),
        given.getOrDefault("literalLength", defaults.literalLength()),
        given.getOrDefault("diagnostics", defaults.diagnostics()));
  }

  private static CheckLimits check(Map<String, Integer> given) {
    ExpressionLimits conditions = ExpressionLimits.DEFAULT;
    return new CheckLimits(
        given.getOrDefault("rules", CheckLimits.DEFAULT.rules()),
        given.getOrDefault("slots", CheckLimits.DEFAULT.slots()),
        given.getOrDefault("setSize", CheckLimits.DEFAULT.setSize()),
        given.getOrDefault("sum", CheckLimits.DEFAULT.cost()),
        new ExpressionLimits(
            given.getOrDefault("nodes", conditions.nodes()),
            given.getOrDefault("levels", conditions.depth()),
            given.getOrDefault("reads", conditions.reads()),
            given.getOrDefault("cost", conditions.cost())));
  }

  /** Returns whether the case is meant for a code, as its name says. */
  public boolean isFor(DiagnosticCode code) {
    String name = path.getFileName().toString();
    String stem = code.id() + "-" + code.slug();
    return name.equals(stem + ".writ") || name.startsWith(stem + "--");
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
