package dev.writ.dsl.compile;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.check.SetChecker;
import dev.writ.dsl.lower.SetLowering;
import dev.writ.dsl.parse.ParseResult;
import dev.writ.dsl.parse.Parser;
import dev.writ.dsl.source.Diagnostics;
import dev.writ.dsl.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compiles policy files.
 *
 * <pre>{@code
 * PolicySet policies = WritCompiler.compile(Path.of("policies")).orThrow();
 * }</pre>
 *
 * <p>The files given together are one policy set; neither their order nor that of the declarations
 * in them matters. Immutable and safe to use from several threads.
 */
public final class WritCompiler {
  private final CompileLimits limits;

  private WritCompiler(CompileLimits limits) {
    this.limits = limits;
  }

  /** Returns a compiler with other limits than the usual ones. */
  public static WritCompiler withLimits(CompileLimits limits) {
    return new WritCompiler(limits);
  }

  /**
   * Compiles files, and all files with the ending {@code .writ} in and below folders.
   *
   * @throws java.io.UncheckedIOException if one does not exist or cannot be read
   */
  public static Compilation compile(Path... paths) {
    return withLimits(CompileLimits.DEFAULT).compilePaths(List.of(paths));
  }

  /** Compiles texts. */
  public static Compilation compile(List<SourceText> texts) {
    return withLimits(CompileLimits.DEFAULT).compileTexts(texts);
  }

  /**
   * Compiles files and folders, as {@link #compile(Path...)} does.
   *
   * @throws java.io.UncheckedIOException if one does not exist or cannot be read
   */
  public Compilation compilePaths(List<Path> paths) {
    PolicyFiles files = PolicyFiles.of(paths);
    Diagnostics diagnostics = new Diagnostics();
    List<ParseResult> parsed = new ArrayList<>();
    for (Path path : files.paths()) {
      PolicyFiles.read(path, limits.parse(), diagnostics)
          .map(bytes -> Parser.parse(PolicyFiles.name(path), bytes, limits.parse()))
          .ifPresent(parsed::add);
    }
    if (files.paths().isEmpty() && !paths.isEmpty()) {
      diagnostics.add(files.noneFound());
    }
    return compile(parsed, diagnostics);
  }

  /** Compiles the bytes of files, by the names that diagnostics give them. */
  public Compilation compileBytes(Map<String, byte[]> files) {
    List<ParseResult> parsed = new ArrayList<>();
    files.forEach((name, bytes) -> parsed.add(Parser.parse(name, bytes, limits.parse())));
    return compile(parsed, new Diagnostics());
  }

  /** Compiles texts, as {@link #compile(List)} does. */
  public Compilation compileTexts(List<SourceText> texts) {
    List<ParseResult> parsed =
        texts.stream().map(text -> Parser.parse(text, limits.parse())).toList();
    return compile(parsed, new Diagnostics());
  }

  private Compilation compile(List<ParseResult> parsed, Diagnostics diagnostics) {
    parsed.forEach(result -> diagnostics.addAll(result.diagnostics()));
    parsed.stream()
        .filter(each -> !each.hasErrors() && each.file().declarations().isEmpty())
        .forEach(each -> diagnostics.add(PolicyFiles.declaresNothing(each.file())));
    if (parsed.isEmpty() && !diagnostics.hasErrors()) {
      diagnostics.add(PolicyFiles.noneGiven());
    }
    List<PolicyFile> files = parsed.stream().map(ParseResult::file).toList();
    boolean whole = !diagnostics.hasErrors();
    Consequences consequences = new Consequences(diagnostics.sorted(), parsed);
    Diagnostics checked = new Diagnostics();
    SetLowering lowering = new SetLowering(limits.check().cost());
    new SetChecker(limits.check(), checked, lowering).check(consequences.sound());
    if (whole && !checked.hasErrors()) {
      lowering.checkWhole(checked);
    }
    checked.sorted().stream().filter(consequences::isIndependent).forEach(diagnostics::add);
    boolean ok = !diagnostics.hasErrors() && !checked.hasErrors();
    return new Compilation(
        ok ? lowering.build() : null,
        ok ? lowering.tests() : List.of(),
        files,
        diagnostics.sorted());
  }
}
