package dev.writ.dsl.check;

import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;

/** Checks which clauses a grant has: some are mandatory, some exclude each other. */
final class GrantClauses {
  private final Declared<GrantDecl> declared;
  private final GrantDecl grant;
  private final Problems problems;

  private GrantClauses(Declared<GrantDecl> declared, Problems problems) {
    this.declared = declared;
    this.grant = declared.declaration();
    this.problems = problems;
  }

  static void check(Declared<GrantDecl> declared, Problems problems) {
    GrantClauses clauses = new GrantClauses(declared, problems);
    clauses.bounds();
    clauses.permitting();
    clauses.emergency();
  }

  private void bounds() {
    if (grant.lastsAtMost() == null) {
      missing("does not say how long it runs", "add `lasts at most 30m;`");
    }
    Bounds.positive(grant.lastsAtMost(), problems);
    if (grant.usesAtMost() != null) {
      Bounds.toInt(grant.usesAtMost(), problems);
    }
  }

  private void permitting() {
    if (grant.permits() != null) {
      if (grant.binds() == null) {
        missing("does not say what it is bound to", "add `binds all;`, or list what is fixed");
      }
      return;
    }
    if (grant.binds() != null) {
      misplaced(
          grant.binds().span(),
          "`binds` has nothing to bind: this grant permits nothing by itself",
          "leave it out, or say what the grant `permits`");
    }
    if (!grant.needs().isEmpty()) {
      misplaced(
          grant.needs().get(0).span(),
          "`needs` has no request to approve: this grant permits nothing by itself",
          "leave it out, or say what the grant `permits`");
    }
    if (!grant.obligations().isEmpty()) {
      misplaced(
          grant.obligations().get(0).span(),
          "`do` has no request to follow: this grant permits nothing by itself",
          "leave it out, or say what the grant `permits`");
    }
  }

  private void emergency() {
    if (!grant.emergency()) {
      if (grant.review() != null) {
        misplaced(
            grant.review().span(),
            "only an emergency grant is reviewed afterwards",
            "add `emergency;`, or ask before with `needs`");
      }
      return;
    }
    if (grant.usesAtMost() == null) {
      missing("is for emergencies and does not bound its uses", "add `uses at most 3;`");
    }
    if (grant.review() == null) {
      missing(
          "is for emergencies and is not reviewed",
          "add `review within 24h { 1 of User in Team::\"security\"; }`");
    }
    if (!grant.needs().isEmpty()) {
      misplaced(
          grant.needs().get(0).span(),
          "an emergency grant is active at once and needs no approval",
          "leave out `needs`, or `emergency`");
    }
  }

  private void missing(String what, String help) {
    problems.error(
        DiagnosticCode.MISSING_CLAUSE,
        declared.nameSpan(),
        "grant `" + declared.name() + "` " + what,
        help);
  }

  private void misplaced(Span span, String message, String help) {
    problems.error(DiagnosticCode.MISPLACED_CLAUSE, span, message, help);
  }
}
