package dev.writ.dsl.check;

import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Spelling;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Resolves names, and reports those that stand for nothing, for too much, or for another thing. */
final class NameResolver {
  private final NameTable table;
  private final Consumer<Diagnostic> sink;

  NameResolver(NameTable table, Consumer<Diagnostic> sink) {
    this.table = table;
    this.sink = sink;
  }

  /** Returns a resolver of the same names that reports elsewhere. */
  NameResolver reportingTo(Consumer<Diagnostic> other) {
    return new NameResolver(table, other);
  }

  /** Returns the names without any reporting. */
  NameTable table() {
    return table;
  }

  /** Returns the declaration of a class that a name stands for, or null after reporting. */
  <D extends Declaration> @Nullable Declared<D> resolve(
      QualifiedName name, FileScope scope, DeclarationKind kind, Class<D> type) {
    Declared<?> found = resolve(name, scope, Set.of(kind), kind.noun());
    return found == null ? null : found.as(type);
  }

  /** Returns the declaration of one of some kinds that a name stands for, or null. */
  @Nullable Declared<?> resolve(
      QualifiedName name, FileScope scope, Set<DeclarationKind> wanted, String noun) {
    return resolve(name, scope, wanted, noun, Set.of());
  }

  /**
   * Returns the declaration of one of some kinds that a name stands for, or null.
   *
   * @param builtIn further names, to suggest where the name is misspelt
   */
  @Nullable Declared<?> resolve(
      QualifiedName name,
      FileScope scope,
      Set<DeclarationKind> wanted,
      String noun,
      Set<String> builtIn) {
    Lookup lookup = table.find(name, scope, wanted);
    if (lookup.found() == null) {
      sink.accept(problem(new Sought(name, scope, wanted, noun, builtIn), lookup));
    }
    return lookup.found();
  }

  /** What is looked for. */
  private record Sought(
      QualifiedName name,
      FileScope scope,
      Set<DeclarationKind> wanted,
      String noun,
      Set<String> builtIn) {

    Diagnostic error(DiagnosticCode code, String message) {
      return scope.error(code, name.span(), message);
    }
  }

  private Diagnostic problem(Sought sought, Lookup lookup) {
    Declared<?> other = lookup.otherKind();
    if (!lookup.rivals().isEmpty()) {
      return ambiguous(sought, lookup.rivals());
    }
    return other != null ? wrongKind(sought, other) : unknown(sought);
  }

  private static Diagnostic ambiguous(Sought sought, List<Declared<?>> rivals) {
    Diagnostic diagnostic =
        sought
            .error(
                DiagnosticCode.AMBIGUOUS_USE,
                "`" + sought.name().text() + "` is declared in several modules that this file uses")
            .withHelp("write `" + rivals.get(0).id() + "` or `" + rivals.get(1).id() + "`");
    for (Declared<?> rival : rivals) {
      diagnostic =
          diagnostic.withRelated(
              rival.scope().source(), rival.nameSpan(), "`" + rival.id() + "` is declared here");
    }
    return diagnostic;
  }

  private static Diagnostic wrongKind(Sought sought, Declared<?> other) {
    String name = sought.name().text();
    String message =
        String.format("`%s` is %s, not %s", name, other.kind().phrase(), a(sought.noun()));
    return sought
        .error(DiagnosticCode.WRONG_KIND, message)
        .withRelated(other.scope().source(), other.nameSpan(), "it is declared here");
  }

  private Diagnostic unknown(Sought sought) {
    return sought
        .error(
            DiagnosticCode.UNDECLARED_NAME,
            "there is no " + sought.noun() + " `" + sought.name().text() + "`")
        .withHelp(suggestion(sought));
  }

  private @Nullable String suggestion(Sought sought) {
    String last = sought.name().last().text();
    List<String> elsewhere = table.elsewhere(last, sought.wanted());
    if (!elsewhere.isEmpty()) {
      String id = elsewhere.get(0);
      return id.equals(last)
          ? "`" + id + "` is declared in a file without a module: give that file one"
          : "write `" + id + "`, or add `use " + id + ";` at the top of the file";
    }
    Set<String> candidates = new TreeSet<>(sought.builtIn());
    candidates.addAll(table.visible(sought.scope(), sought.wanted()));
    return Spelling.didYouMean(last, candidates).orElse(null);
  }

  private static String a(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }
}
