package dev.writ.dsl.check;

import dev.writ.core.model.ObligationDef;
import dev.writ.core.model.Type;
import dev.writ.core.model.Value;
import dev.writ.dsl.ast.Effect;
import dev.writ.dsl.ast.Expect;
import dev.writ.dsl.ast.ExpectedRemedy;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.ObligationCall;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.RemedyStep;
import dev.writ.dsl.ast.RuleReference;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Spelling;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a test expects of a request. */
final class TestExpectations {
  private static final Set<DeclarationKind> LISTED =
      EnumSet.of(DeclarationKind.SCOPE, DeclarationKind.GRANT);

  private final TestState state;

  TestExpectations(TestState state) {
    this.state = state;
  }

  Optional<CheckedStatement> expect(Expect node) {
    boolean known = state.request(node.request()) != null;
    boolean permit = node.effect() == Effect.PERMIT;
    String reason = node.reason() == null ? null : reason(node.reason(), permit);
    List<String> rules = node.rules().stream().map(this::rule).flatMap(Optional::stream).toList();
    List<CheckedStatement.ExpectedObligation> obligations =
        node.obligations().stream().map(this::obligation).flatMap(Optional::stream).toList();
    List<List<CheckedStatement.RemedyStep>> remedies =
        node.remedies().stream().map(this::remedy).toList();
    if (!known) {
      return Optional.empty();
    }
    return Optional.of(
        new CheckedStatement.Expect(
            node.authorize(),
            node.request().text(),
            permit,
            reason,
            rules,
            obligations,
            remedies,
            node.noRemedy(),
            node.span()));
  }

  private @Nullable String reason(Identifier written, boolean permit) {
    if (permit
        ? written.text().equals(ReasonWords.PERMITTED)
        : ReasonWords.isDenial(written.text())) {
      return written.text();
    }
    state.report(
        DiagnosticCode.UNKNOWN_REASON,
        written.span(),
        (permit ? "a permit" : "a deny") + " never has the reason `" + written.text() + "`",
        permit
            ? "leave the reason out"
            : Spelling.didYouMean(written.text(), ReasonWords.denials())
                .orElse("the reasons are `" + String.join("`, `", ReasonWords.denials()) + "`"));
    return null;
  }

  private Optional<String> rule(RuleReference reference) {
    return reference.quoted() ? quoted(reference) : bare(reference);
  }

  private Optional<String> bare(RuleReference reference) {
    List<Identifier> parts = new ArrayList<>();
    if (reference.module() != null) {
      parts.addAll(reference.module().parts());
    }
    parts.add(new Identifier(reference.name(), reference.span()));
    QualifiedName name = new QualifiedName(parts, reference.span());
    return Optional.ofNullable(state.id(name, LISTED, "scope or grant"));
  }

  private Optional<String> quoted(RuleReference reference) {
    QualifiedName module = reference.module();
    FileScope scope = module == null ? state.scope() : state.scope().inModule(module.text());
    String id = scope.quotedId(reference.name());
    if (state.context().ruleIds().contains(id)) {
      return Optional.of(id);
    }
    state.report(
        DiagnosticCode.UNDECLARED_NAME,
        reference.span(),
        "module `" + scope.module() + "` has no rule \"" + reference.name() + "\"",
        Spelling.closest(id, state.context().ruleIds())
            .map(near -> "did you mean \"" + near.substring(near.indexOf('/') + 1) + "\"?")
            .orElse(null));
    return Optional.empty();
  }

  private Optional<CheckedStatement.ExpectedObligation> obligation(ObligationCall call) {
    ObligationDef kind =
        new ObligationKinds(state.context(), state.scope()).kind(call.name(), state.problems());
    if (kind == null || !ObligationKinds.takes(kind, call, state.problems())) {
      return Optional.empty();
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < kind.parameters().size(); i++) {
      Type type = kind.parameters().get(i).type();
      Value value = state.literals().read(call.arguments().get(i), type);
      if (value == null) {
        return Optional.empty();
      }
      arguments.add(value);
    }
    return Optional.of(new CheckedStatement.ExpectedObligation(kind.name(), arguments));
  }

  private List<CheckedStatement.RemedyStep> remedy(ExpectedRemedy remedy) {
    return remedy.steps().stream().map(this::step).flatMap(Optional::stream).toList();
  }

  private Optional<CheckedStatement.RemedyStep> step(RemedyStep step) {
    return switch (step.kind()) {
      case GRANT -> step(step, DeclarationKind.GRANT, CheckedStatement.RemedyKind.GRANT);
      case APPROVAL -> step(step, DeclarationKind.APPROVAL, CheckedStatement.RemedyKind.APPROVAL);
      case CONFIRMATION ->
          step(step, DeclarationKind.CONFIRMATION, CheckedStatement.RemedyKind.CONFIRMATION);
    };
  }

  private Optional<CheckedStatement.RemedyStep> step(
      RemedyStep step, DeclarationKind kind, CheckedStatement.RemedyKind remedy) {
    return Optional.ofNullable(state.id(step.name(), kind))
        .map(id -> new CheckedStatement.RemedyStep(remedy, id));
  }
}
