package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Permits;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks grant templates. */
final class GrantChecker {
  private final SetContext context;
  private final CheckedSink sink;

  GrantChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Declared<GrantDecl> declared) {
    GrantDecl grant = declared.declaration();
    Problems problems = context.problems(declared.scope());
    int before = context.diagnostics().size();
    GrantClauses.check(declared, problems);
    SpannedHead head = head(declared);
    if (context.isTainted(declared) || (grant.permits() != null && head == null)) {
      return;
    }
    List<CheckedCase> cases = cases(grant, head, problems);
    GrantActors actors = new GrantActors(context, declared, head);
    List<CheckedActor> requestedBy = actors.requestedBy();
    List<CheckedActor> revocableBy = actors.revocableBy();
    List<String> needs = needs(declared, head, problems);
    CheckedGrant.Binding binding =
        head == null || grant.binds() == null
            ? null
            : grant.binds().accept(new BindingReader(context, head, problems)).orElse(null);
    CheckedGrant.Review review =
        grant.review() == null
            ? null
            : new ReviewChecker(context, declared, head).check(grant.review(), binding);
    if (context.diagnostics().size() == before) {
      sink.grant(
          new CheckedGrant(declared, cases, requestedBy, revocableBy, needs, binding, review));
    }
  }

  private @Nullable SpannedHead head(Declared<GrantDecl> declared) {
    Permits permits = declared.declaration().permits();
    EntityId guard = context.guard(declared.scope());
    return permits == null
        ? null
        : context.heads().resolve(permits.head(), declared.scope(), HeadRules.permitting(guard));
  }

  private List<CheckedCase> cases(GrantDecl grant, @Nullable SpannedHead head, Problems problems) {
    if (head == null || grant.permits() == null) {
      return List.of();
    }
    Permits permits = grant.permits();
    return context.eachSlot(
        head,
        permits.condition().lets(),
        problems,
        slot ->
            CaseChecker.check(
                context, slot, permits.condition(), Polarity.WIDENING, grant.obligations(), true));
  }

  private List<String> needs(
      Declared<GrantDecl> declared, @Nullable SpannedHead head, Problems problems) {
    List<String> needs = new ArrayList<>();
    for (QualifiedName name : declared.declaration().needs()) {
      Declared<ApprovalDecl> approval =
          context
              .names()
              .resolve(name, declared.scope(), DeclarationKind.APPROVAL, ApprovalDecl.class);
      if (approval == null) {
        continue;
      }
      if (needs.contains(approval.id())) {
        problems.error(
            DiagnosticCode.REPEATED_ITEM, name.span(), "`" + name.text() + "` stands twice");
      }
      needs.add(approval.id());
      inside(name, approval, head, problems);
    }
    return needs;
  }

  private void inside(
      QualifiedName name,
      Declared<ApprovalDecl> approval,
      @Nullable SpannedHead head,
      Problems problems) {
    SpannedHead outer = context.decisions().head(approval.id());
    if (head == null || outer == null) {
      return;
    }
    EntityRefs refs = context.entities().silent();
    boolean inside =
        head.slots().stream().allMatch(slot -> DecisionHeads.covers(outer, head, slot, refs));
    if (!inside) {
      problems.error(
          DiagnosticCode.DECISION_OUTSIDE_HEAD,
          name.span(),
          "approval `" + name.text() + "` is not for every request that this grant permits",
          "the approval is for `"
              + Excerpts.oneLine(outer.scope(), outer.written().span())
              + "`; narrow what the grant permits to that, or widen the approval");
    }
  }
}
