package dev.writ.dsl.cli;

import dev.writ.core.ir.BundleException;
import dev.writ.core.ir.BundleTrust;
import dev.writ.core.ir.PolicySet;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.report.Ink;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticRenderer;
import dev.writ.dsl.source.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compiles the policies that the command line names, and shows what the compiler says. */
final class Policies {
  private Policies() {}

  /**
   * Compiles files and folders as one set.
   *
   * @throws InputException if one is not there or cannot be read, or a folder holds no policy file
   */
  static Compilation compile(List<Path> paths) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new InputException("cannot read `" + path + "`: no such file or folder", null);
      }
    }
    try {
      return WritCompiler.compile(paths.toArray(Path[]::new));
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      throw new InputException("cannot read the policies: " + InputFile.reason(cause), null);
    }
  }

  /**
   * The policy set of files and folders; nothing where they do not compile, after telling why.
   *
   * @throws InputException if one is not there or cannot be read
   */
  static Optional<PolicySet> compiled(List<Path> paths, Shell shell) {
    Compilation compilation = compile(paths);
    if (!compilation.isSuccess()) {
      refuse(compilation, shell);
    }
    return compilation.policySet();
  }

  /**
   * The policy set of a bundle; nothing where it is refused, after telling why.
   *
   * @throws InputException if it cannot be read
   */
  static Optional<PolicySet> bundled(Path file, BundleTrust trust, Shell shell) {
    try {
      return Optional.of(BundleFile.read(file, trust).policySet());
    } catch (BundleException e) {
      shell.err().error("`" + file + "`: " + Visible.of(String.valueOf(e.getMessage())), null);
      return Optional.empty();
    }
  }

  /** Shows diagnostics on a stream, and how many there are. */
  static void show(List<Diagnostic> diagnostics, Output output) {
    if (diagnostics.isEmpty()) {
      return;
    }
    Palette palette = output.colour() ? Palette.ANSI : Palette.NONE;
    output.line(new DiagnosticRenderer(palette).render(diagnostics));
  }

  /** Shows why the policies do not compile, on standard error; for commands that need them. */
  static int refuse(Compilation compilation, Shell shell) {
    show(compilation.errors(), shell.err());
    shell
        .err()
        .line(
            shell.err().paint(Ink.BAD, Words.count(compilation.errors().size(), "error"))
                + ": the policies do not compile");
    return ExitCode.POLICY;
  }
}
