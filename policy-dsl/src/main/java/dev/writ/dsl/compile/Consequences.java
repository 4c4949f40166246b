package dev.writ.dsl.compile;

import dev.writ.dsl.ast.Comment;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.PolicyFile;
import dev.writ.dsl.ast.UseDecl;
import dev.writ.dsl.parse.ParseResult;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Severity;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What follows from files that could not be read whole: what stands in the text that was lost may
 * have been declared there. A name that is missing is told of only where its words do not occur in
 * lost text, so that one error is not reported as many, and none is kept back until others are
 * gone.
 */
final class Consequences {
  private static final Set<DiagnosticCode> OF_MISSING_NAMES =
      EnumSet.of(DiagnosticCode.UNDECLARED_NAME, DiagnosticCode.UNKNOWN_NAME);
  private static final Set<DiagnosticCode> OF_MISSING_DECLARATIONS =
      EnumSet.of(DiagnosticCode.UNKNOWN_MODULE, DiagnosticCode.HEAD_SPANS_NOTHING);
  private static final Set<String> BRINGING_NAMES = Set.of("use", "module", "manifest");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");

  private final List<Diagnostic> told;
  private final List<PolicyFile> sound;
  private final Set<String> lost = new HashSet<>();
  private boolean anything;

  /**
   * @param told what is wrong with the texts, whether or not there is a tree of them
   * @param parsed the trees
   */
  Consequences(List<Diagnostic> told, List<ParseResult> parsed) {
    this.told = List.copyOf(told);
    this.sound = parsed.stream().map(Consequences::sound).toList();
    for (int i = 0; i < parsed.size(); i++) {
      if (parsed.get(i).hasErrors()) {
        lose(sound.get(i));
      }
    }
    Set<Object> read = new HashSet<>(sound.stream().map(PolicyFile::source).toList());
    anything |= told.stream().anyMatch(each -> isError(each) && !read.contains(each.file()));
  }

  /**
   * Returns the trees without the declarations that have errors: what stands in them is only what
   * could be understood, and must not be taken at its word.
   */
  List<PolicyFile> sound() {
    return sound;
  }

  private static PolicyFile sound(ParseResult result) {
    PolicyFile file = result.file();
    List<Span> errors =
        result.diagnostics().stream().filter(Consequences::isError).map(Diagnostic::span).toList();
    List<Declaration> sound =
        file.declarations().stream()
            .filter(declaration -> errors.stream().noneMatch(at -> touch(declaration.span(), at)))
            .toList();
    return new PolicyFile(file.source(), file.module(), file.uses(), sound, file.comments());
  }

  private static boolean isError(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR;
  }

  private static boolean touch(Span declaration, Span error) {
    return declaration.start() <= error.end() && error.start() <= declaration.end();
  }

  /** Notes the words of what is no part of the tree. */
  private void lose(PolicyFile file) {
    StringBuilder text = new StringBuilder(file.source().text());
    for (Span span : understood(file)) {
      for (int at = span.start(); at < Math.min(span.end(), text.length()); at++) {
        text.setCharAt(at, ' ');
      }
    }
    words(text).forEach(lost::add);
    boolean nothingRead =
        file.module() == null && file.declarations().isEmpty() && file.uses().isEmpty();
    anything |= nothingRead || BRINGING_NAMES.stream().anyMatch(lost::contains);
  }

  private static List<Span> understood(PolicyFile file) {
    List<Span> spans = new ArrayList<>();
    if (file.module() != null) {
      spans.add(file.module().span());
    }
    file.uses().stream().map(UseDecl::span).forEach(spans::add);
    file.declarations().stream().map(Declaration::span).forEach(spans::add);
    file.comments().stream().map(Comment::span).forEach(spans::add);
    return spans;
  }

  private static Stream<String> words(CharSequence text) {
    return WORD.matcher(text).results().map(MatchResult::group);
  }

  /** Returns whether a diagnostic of the check says something that no earlier error explains. */
  boolean isIndependent(Diagnostic diagnostic) {
    if (told.stream().noneMatch(Consequences::isError)) {
      return true;
    }
    return !OF_MISSING_DECLARATIONS.contains(diagnostic.code())
        && !(OF_MISSING_NAMES.contains(diagnostic.code()) && mayBeLost(diagnostic))
        && told.stream().noneMatch(earlier -> isSame(earlier, diagnostic));
  }

  private boolean mayBeLost(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    String named = diagnostic.file().text().substring(span.start(), span.end());
    return anything || words(named).anyMatch(lost::contains);
  }

  private static boolean isSame(Diagnostic one, Diagnostic other) {
    return one.code() == other.code()
        && one.file() == other.file()
        && one.span().start() == other.span().start();
  }
}
