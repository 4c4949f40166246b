package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.AnyOfType;
import dev.writ.dsl.ast.SuspendDecl;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Diagnostics;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks who may suspend what. */
final class SuspendChecker {
  private final SetContext context;
  private final CheckedSink sink;

  SuspendChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Placed<SuspendDecl> placed) {
    SuspendDecl suspend = placed.declaration();
    FileScope scope = placed.scope();
    Diagnostics diagnostics = context.diagnostics();
    int before = diagnostics.size();
    EntityId guard = context.guard(scope);
    if (guard != null) {
      diagnostics.add(
          scope
              .error(
                  DiagnosticCode.SUSPEND_UNDER_GUARD,
                  suspend.span(),
                  "module `" + scope.module() + "` stays inside `" + guard + "` and cannot suspend")
              .withHelp("a suspension works everywhere: move it to a module without a guard"));
    }
    PatternResolver patterns = new PatternResolver(context, scope);
    SortedSet<String> types = new TreeSet<>();
    for (TypePattern subject : suspend.subjects()) {
      if (subject instanceof AnyOfType) {
        patterns.resolve(List.of(subject)).forEach(pattern -> types.add(pattern.type()));
      } else {
        diagnostics.add(
            scope
                .error(
                    DiagnosticCode.PATTERN_NOT_ALLOWED,
                    subject.span(),
                    "who may be suspended is told by type alone")
                .withHelp("write `" + Patterns.typeOf(subject).text() + "`"));
      }
    }
    List<CheckedActor> by = actors(patterns, suspend.by());
    List<CheckedActor> liftedBy = actors(patterns, suspend.liftedBy());
    if (diagnostics.size() == before) {
      sink.suspend(new CheckedSuspend(scope.module(), types, by, liftedBy));
    }
  }

  private static List<CheckedActor> actors(PatternResolver patterns, List<TypePattern> written) {
    return patterns.resolve(written).stream().map(who -> new CheckedActor(who, null)).toList();
  }
}
