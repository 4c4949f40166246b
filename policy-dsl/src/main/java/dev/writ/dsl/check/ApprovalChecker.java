package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.ApprovalTerms;
import dev.writ.dsl.ast.ConfirmationDecl;
import dev.writ.dsl.ast.Declaration;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.Exclusion;
import dev.writ.dsl.ast.Quorum;
import dev.writ.dsl.check.expression.ContextRoot;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks approvals and confirmations. */
final class ApprovalChecker {
  private final SetContext context;
  private final Map<String, SortedSet<String>> grantRequesters;
  private final CheckedSink sink;

  /**
   * Creates a checker.
   *
   * @param grantRequesters for each approval, the types of those who ask for a grant that needs it
   */
  ApprovalChecker(
      SetContext context, Map<String, SortedSet<String>> grantRequesters, CheckedSink sink) {
    this.context = context;
    this.grantRequesters = grantRequesters;
    this.sink = sink;
  }

  void approval(Declared<ApprovalDecl> declared) {
    ApprovalDecl approval = declared.declaration();
    Problems problems = context.problems(declared.scope());
    if (approval.quorum() == null) {
      problems.error(
          DiagnosticCode.MISSING_CLAUSE,
          approval.name().span(),
          "approval `" + declared.name() + "` does not say who votes",
          "add a clause such as `1 of User in Team::\"security\";`");
    }
    check(declared, approval.terms(), approval.quorum(), approval.exclusions(), problems);
  }

  void confirmation(Declared<ConfirmationDecl> declared) {
    check(
        declared,
        declared.declaration().terms(),
        null,
        List.of(),
        context.problems(declared.scope()));
  }

  private void check(
      Declared<? extends Declaration> declared,
      ApprovalTerms terms,
      @Nullable Quorum quorum,
      List<Exclusion> exclusions,
      Problems problems) {
    terms(declared, terms, problems);
    SpannedHead head = context.decisions().head(declared.id());
    if (head == null || context.isTainted(declared)) {
      return;
    }
    SortedSet<String> ignores = ignores(terms.ignores(), head, problems);
    List<CheckedApproval.Case> cases =
        context.eachSlot(
            head, List.of(), problems, slot -> slotCase(declared.id(), slot, quorum, exclusions));
    if (problems.count() == 0) {
      sink.approval(new CheckedApproval(declared, cases, ignores, terms));
    }
  }

  private CheckedApproval.Case slotCase(
      String id, SlotExpressions slot, @Nullable Quorum quorum, List<Exclusion> exclusions) {
    CheckedCondition condition = slot.headCondition();
    SlotExpressions inside =
        slot.withoutSession()
            .withRoot(ContextRoot.REQUESTER, Type.EntityType.of(requesters(id, slot.slot())));
    CheckedQuorum votes = quorum == null ? null : new QuorumChecker(context, inside).check(quorum);
    List<CheckedExclusion> excluded =
        new ExclusionChecker(context.schema(), inside).check(exclusions);
    return new CheckedApproval.Case(slot.slot(), condition, votes, excluded);
  }

  private SortedSet<String> requesters(String id, HeadSlot slot) {
    SortedSet<String> types = new TreeSet<>(context.action(slot).principalTypes());
    types.addAll(grantRequesters.getOrDefault(id, new TreeSet<>()));
    return types;
  }

  private static void terms(
      Declared<? extends Declaration> declared, ApprovalTerms terms, Problems problems) {
    String what = declared.kind().noun() + " `" + declared.name() + "`";
    if (terms.decideWithin() == null) {
      problems.error(
          DiagnosticCode.MISSING_CLAUSE,
          declared.nameSpan(),
          what + " does not say how long it may be open",
          "add `decide within 4h;`");
    }
    if (terms.validFor() == null) {
      problems.error(
          DiagnosticCode.MISSING_CLAUSE,
          declared.nameSpan(),
          what + " does not say how long it holds once complete",
          "add `valid for 1h;`");
    }
    Bounds.positive(terms.decideWithin(), problems);
    Bounds.positive(terms.validFor(), problems);
    if (terms.usesAtMost() != null) {
      Bounds.toInt(terms.usesAtMost(), problems);
    }
    if (terms.openForEachPrincipal() != null) {
      Bounds.toInt(terms.openForEachPrincipal(), problems);
    }
  }

  private SortedSet<String> ignores(List<DottedPath> paths, SpannedHead head, Problems problems) {
    SortedSet<String> ignores = new TreeSet<>();
    Set<String> known = RequestFields.of(head, context);
    for (DottedPath path : paths) {
      if (RequestFields.check(path, known, problems)) {
        ignores.add(path.text());
      }
    }
    return ignores;
  }
}
