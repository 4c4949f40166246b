package dev.writ.dsl.check;

import dev.writ.core.model.EntityTypeDef;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Requesters;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.ExpressionChecker;
import dev.writ.dsl.check.expression.ExpressionFacts;
import dev.writ.dsl.check.expression.Position;
import dev.writ.dsl.check.expression.TypeContext;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks who may ask for a grant and who may revoke one. */
final class GrantActors {
  private final SetContext context;
  private final Declared<GrantDecl> declared;
  private final @Nullable SpannedHead head;
  private final PatternResolver patterns;

  GrantActors(SetContext context, Declared<GrantDecl> declared, @Nullable SpannedHead head) {
    this.context = context;
    this.declared = declared;
    this.head = head;
    this.patterns = new PatternResolver(context, declared.scope());
  }

  List<CheckedActor> revocableBy() {
    return patterns.resolve(declared.declaration().revocableBy()).stream()
        .map(who -> new CheckedActor(who, null))
        .toList();
  }

  List<CheckedActor> requestedBy() {
    Requesters requesters = declared.declaration().requesters();
    if (requesters == null) {
      holderIsHuman();
      return List.of();
    }
    int before = context.diagnostics().size();
    List<CheckedPattern> types = patterns.resolve(requesters.types());
    if (context.diagnostics().size() > before) {
      return List.of();
    }
    humans(requesters.types());
    CheckedExpression when = requesters.when() == null ? null : when(requesters.when(), types);
    List<CheckedActor> actors = new ArrayList<>();
    types.forEach(who -> actors.add(new CheckedActor(who, when)));
    return actors;
  }

  private @Nullable CheckedExpression when(Expression written, List<CheckedPattern> types) {
    Set<String> all = types.stream().map(CheckedPattern::type).collect(Collectors.toSet());
    FileScope scope = declared.scope();
    TypeContext words =
        TypeContext.empty(
                scope.source(), new SlotNames(context, null, null).in(scope), context.schema())
            .withRoot(ContextRoot.REQUESTER, Type.EntityType.of(all));
    ExpressionFacts facts =
        new ExpressionChecker(words, context.diagnostics(), context.limits())
            .condition(written, Position.NEUTRAL);
    return facts.ok() ? new CheckedExpression(written, facts) : null;
  }

  private void humans(List<TypePattern> written) {
    if (!declared.declaration().emergency()) {
      return;
    }
    for (TypePattern pattern : written) {
      List<CheckedPattern> resolved = patterns.resolve(List.of(pattern));
      if (!resolved.isEmpty() && !isHuman(resolved.get(0).type())) {
        context
            .diagnostics()
            .add(
                declared
                    .scope()
                    .error(
                        DiagnosticCode.REQUESTER_NOT_HUMAN,
                        pattern.span(),
                        "only a human can ask for an emergency grant")
                    .withHelp("name a `human entity` type"));
      }
    }
  }

  private void holderIsHuman() {
    boolean impossible =
        declared.declaration().emergency()
            && head != null
            && head.principalTypes().stream().noneMatch(this::isHuman);
    if (impossible) {
      context
          .diagnostics()
          .add(
              declared
                  .scope()
                  .error(
                      DiagnosticCode.REQUESTER_NOT_HUMAN,
                      declared.nameSpan(),
                      "only a human can ask for an emergency grant, and no holder of this is one")
                  .withHelp("add `requested by` with a `human entity` type"));
    }
  }

  private boolean isHuman(String type) {
    EntityTypeDef def = context.schema().entityType(type);
    return def != null && def.human();
  }
}
