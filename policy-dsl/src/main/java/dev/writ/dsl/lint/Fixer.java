package dev.writ.dsl.lint;

import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.compile.Compilation;
import dev.writ.dsl.compile.WritCompiler;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.Fix;
import dev.writ.dsl.source.SourceText;
import dev.writ.dsl.source.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies the fixes of findings to the texts of a policy set. What a fix leaves is compiled and
 * linted again: where it does not compile, where the finding is still there, or another one that
 * has no fix, it is not applied. Several are tried at once, then one after another. Writes no file.
 *
 * <p>Immutable, thread-safe.
 */
public final class Fixer {
  private static final int MOST_STEPS = 10_000;

  private final Linter linter;
  private final Predicate<Compilation> accepted;

  private Fixer(Linter linter, Predicate<Compilation> accepted) {
    this.linter = linter;
    this.accepted = accepted;
  }

  /**
   * Returns a fixer of what {@link Linter#standard} finds.
   *
   * @param accepted what else must hold of a set with fixes applied, such as that its tests pass
   */
  public static Fixer standard(Predicate<Compilation> accepted) {
    return new Fixer(Linter.standard(), accepted);
  }

  /** Returns what comes of applying every fix that can be; of a set with errors, nothing. */
  public Fixed fix(Compilation compilation) {
    return new Run(compilation).all();
  }

  /** A finding whatever its place: what it says, and of which file. */
  private record Key(String code, String message, String file) {
    static Key of(Diagnostic finding) {
      return new Key(finding.code().id(), finding.message(), finding.file().name());
    }
  }

  /** A fix that was tried: the finding, and the text that it replaces. */
  private record Attempt(Key key, String replaced) {
    static Attempt of(Diagnostic finding) {
      Fix fix = Objects.requireNonNull(finding.fix());
      return new Attempt(Key.of(finding), finding.file().slice(fix.span()));
    }
  }

  /** A set of texts, compiled and linted. */
  private record State(Compilation compilation, LintReport report) {

    Map<Key, Integer> counts() {
      Map<Key, Integer> counts = new HashMap<>();
      report.findings().forEach(each -> counts.merge(Key.of(each), 1, Integer::sum));
      return counts;
    }

    List<SourceText> texts() {
      return compilation.files().stream().map(PolicyFile::source).toList();
    }
  }

  /** One run over a set. */
  private final class Run {
    private final State start;
    private State state;
    private final List<Diagnostic> applied = new ArrayList<>();
    private final List<Fixed.RefusedFix> refused = new ArrayList<>();
    private final Set<Attempt> hopeless = new HashSet<>();

    Run(Compilation compilation) {
      this.start = new State(compilation, linter.lint(compilation));
      this.state = start;
    }

    Fixed all() {
      for (int step = 0; step < MOST_STEPS; step++) {
        List<Diagnostic> batch = batch();
        if (batch.isEmpty()) {
          break;
        }
        if (why(batch) == null) {
          continue;
        }
        Diagnostic first = batch.get(0);
        String alone = why(List.of(first));
        if (alone != null) {
          hopeless.add(Attempt.of(first));
          refused.add(new Fixed.RefusedFix(first, alone));
        }
      }
      return result();
    }

    /** The fixes that can be applied together, none overlapping another. */
    private List<Diagnostic> batch() {
      List<Diagnostic> batch = new ArrayList<>();
      Map<SourceText, Integer> ends = new HashMap<>();
      for (Diagnostic finding : byPlace(state.report().findings())) {
        Fix fix = finding.fix();
        if (fix != null
            && !hopeless.contains(Attempt.of(finding))
            && fix.span().start() >= ends.getOrDefault(finding.file(), 0)) {
          batch.add(finding);
          ends.put(finding.file(), fix.span().end());
        }
      }
      return batch;
    }

    /** Applies fixes, or says why not. */
    private @Nullable String why(List<Diagnostic> batch) {
      Compilation compiled = WritCompiler.compile(edited(batch));
      if (!compiled.isSuccess()) {
        return "the policies would not compile";
      }
      State next = new State(compiled, linter.lint(compiled));
      String reason = worse(next, batch);
      if (reason != null) {
        return reason;
      }
      if (!accepted.test(compiled)) {
        return "a test that passes would fail";
      }
      state = next;
      applied.addAll(batch);
      return null;
    }

    private List<SourceText> edited(List<Diagnostic> batch) {
      Map<SourceText, List<TextEdit>> edits = new HashMap<>();
      for (Diagnostic each : batch) {
        edits
            .computeIfAbsent(each.file(), file -> new ArrayList<>())
            .addAll(Objects.requireNonNull(each.fix()).edits());
      }
      return state.texts().stream()
          .map(
              text ->
                  edits.containsKey(text)
                      ? new SourceText(text.name(), TextEdit.apply(text.text(), edits.get(text)))
                      : text)
          .toList();
    }

    private @Nullable String worse(State next, List<Diagnostic> batch) {
      Map<Key, Integer> most = state.counts();
      batch.forEach(each -> most.merge(Key.of(each), -1, Integer::sum));
      Map<Key, Integer> found = next.counts();
      for (Diagnostic each : next.report().findings()) {
        Key key = Key.of(each);
        boolean more = found.getOrDefault(key, 0) > most.getOrDefault(key, 0);
        if (more && most.containsKey(key)) {
          return "it would be found again";
        }
        if (more && each.fix() == null) {
          return "something else would be found: " + each.message();
        }
      }
      return null;
    }

    /** Nothing is changed where something is left that was not found at first. */
    private Fixed result() {
      Map<Key, Integer> first = start.counts();
      for (Map.Entry<Key, Integer> each : state.counts().entrySet()) {
        if (each.getValue() > first.getOrDefault(each.getKey(), 0)) {
          String reason = "something else would be found: " + each.getKey().message();
          applied.forEach(finding -> refused.add(new Fixed.RefusedFix(finding, reason)));
          return new Fixed(List.of(), List.of(), refused, start.compilation(), start.report());
        }
      }
      Set<String> names = new HashSet<>();
      start.texts().forEach(text -> names.add(text.name() + '\n' + text.text()));
      List<SourceText> changed =
          state.texts().stream()
              .filter(text -> !names.contains(text.name() + '\n' + text.text()))
              .toList();
      return new Fixed(changed, applied, refused, state.compilation(), state.report());
    }
  }

  private static List<Diagnostic> byPlace(List<Diagnostic> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing((Diagnostic each) -> each.file().name())
                .thenComparingInt(
                    each -> each.fix() == null ? each.span().start() : each.fix().span().start()))
        .toList();
  }
}
