package dev.writ.dsl.cli;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.lint.Fixed;
import dev.writ.dsl.lint.Fixer;
import dev.writ.dsl.policytest.InvariantOutcome;
import dev.writ.dsl.policytest.PolicyTests;
import dev.writ.dsl.policytest.TestOutcome;
import dev.writ.dsl.policytest.TestReport;
import dev.writ.dsl.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the fixes of findings into policy files. */
final class PolicyFixes {
  private PolicyFixes() {}

  /**
   * Fixes what can be, in memory first, then in the files; a file that is not as it was read is not
   * written, and then none is.
   *
   * @throws InputException if a file cannot be written, or was changed meanwhile
   */
  static Fixed write(Compilation compilation) {
    Set<String> passing = passing(compilation);
    Fixed fixed = Fixer.standard(now -> passing(now).containsAll(passing)).fix(compilation);
    Map<String, SourceText> before =
        compilation.files().stream()
            .map(PolicyFile::source)
            .collect(Collectors.toMap(SourceText::name, Function.identity(), (a, b) -> a));
    fixed.changed().forEach(text -> checkUnchanged(text.name(), before.get(text.name())));
    for (SourceText text : fixed.changed()) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      new OutputFile(Path.of(text.name()), true).rewrite(bytes);
    }
    return fixed;
  }

  /** The tests that pass and the invariants that hold. */
  private static Set<String> passing(Compilation compilation) {
    TestReport report = PolicyTests.run(compilation.orThrow(), compilation.tests());
    Set<String> passing = new HashSet<>();
    report.tests().stream()
        .filter(TestOutcome::passed)
        .forEach(test -> passing.add("test " + test.module() + "/" + test.name()));
    report.invariants().stream()
        .filter(InvariantOutcome::held)
        .forEach(invariant -> passing.add("invariant " + invariant.id()));
    return passing;
  }

  private static void checkUnchanged(String name, @Nullable SourceText read) {
    try {
      byte[] now = Files.readAllBytes(Path.of(name));
      if (read == null || !Arrays.equals(now, read.text().getBytes(StandardCharsets.UTF_8))) {
        throw new InputException("`" + name + "` was changed meanwhile: nothing is written", null);
      }
    } catch (IOException e) {
      throw InputFile.unreadable(Path.of(name), e);
    }
  }
}
