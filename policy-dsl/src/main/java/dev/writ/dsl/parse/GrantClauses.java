package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.Binds;
import dev.writ.dsl.ast.Count;
import dev.writ.dsl.ast.DurationLiteral;
import dev.writ.dsl.ast.GrantDecl;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.ObligationCall;
import dev.writ.dsl.ast.Permits;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.Requesters;
import dev.writ.dsl.ast.Review;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.grammar.WritParser.BindsClauseContext;
import dev.writ.dsl.grammar.WritParser.EmergencyContext;
import dev.writ.dsl.grammar.WritParser.GrantClauseContext;
import dev.writ.dsl.grammar.WritParser.GrantDoContext;
import dev.writ.dsl.grammar.WritParser.GrantUsesContext;
import dev.writ.dsl.grammar.WritParser.LastsAtMostContext;
import dev.writ.dsl.grammar.WritParser.NeedsContext;
import dev.writ.dsl.grammar.WritParser.PermitsClauseContext;
import dev.writ.dsl.grammar.WritParser.RequestedByContext;
import dev.writ.dsl.grammar.WritParser.ReviewWithinContext;
import dev.writ.dsl.grammar.WritParser.RevocableByContext;
import dev.writ.dsl.source.Span;
import java.util.List;

/** Collects the clauses of one grant, in whatever order they stand. */
final class GrantClauses {
  private final Builders builders;
  private final GrantBuilder grants;
  private final Once<Boolean> emergency;
  private final Once<Permits> permits;
  private final Once<Requesters> requesters;
  private final Once<List<TypePattern>> revocableBy;
  private final Once<List<QualifiedName>> needs;
  private final Once<Binds> binds;
  private final Once<DurationLiteral> lastsAtMost;
  private final Once<Count> usesAtMost;
  private final Once<Review> review;
  private final Once<List<ObligationCall>> obligations;

  GrantClauses(Builders builders, GrantBuilder grants) {
    this.builders = builders;
    this.grants = grants;
    Reporter reporter = builders.reporter;
    this.emergency = new Once<>(reporter, "emergency");
    this.permits = new Once<>(reporter, "permits", "write a grant for each");
    this.requesters = new Once<>(reporter, "requested by", "write all types in one list");
    this.revocableBy = new Once<>(reporter, "revocable by", "write all types in one list");
    this.needs = new Once<>(reporter, "needs", "write all approvals in one list");
    this.binds = new Once<>(reporter, "binds", "write all fields in one list");
    this.lastsAtMost = new Once<>(reporter, "lasts at most");
    this.usesAtMost = new Once<>(reporter, "uses at most");
    this.review = new Once<>(reporter, "review within");
    this.obligations = new Once<>(reporter, "do", "write all obligations in one list");
  }

  void add(GrantClauseContext clause) {
    Span span = builders.reporter.span(clause);
    if (clause instanceof EmergencyContext) {
      emergency.set(span, true);
    } else if (clause instanceof PermitsClauseContext given) {
      permits.set(span, grants.permits(given));
    } else if (clause instanceof RequestedByContext given) {
      requesters.set(span, grants.requesters(given));
    } else if (clause instanceof RevocableByContext given) {
      revocableBy.set(span, builders.heads.patterns(given.typePatterns()));
    } else if (clause instanceof NeedsContext given) {
      needs.set(span, builders.names.qualified(given.qualifiedName()));
    } else {
      addTerm(clause, span);
    }
  }

  private void addTerm(GrantClauseContext clause, Span span) {
    if (clause instanceof BindsClauseContext given) {
      binds.set(span, grants.binds(given));
    } else if (clause instanceof LastsAtMostContext given) {
      lastsAtMost.set(span, builders.times.duration(given.duration()));
    } else if (clause instanceof GrantUsesContext given) {
      usesAtMost.set(span, builders.literals.count(given.number()));
    } else if (clause instanceof ReviewWithinContext given) {
      review.set(span, new ApprovalBuilder(builders).review(given));
    } else if (clause instanceof GrantDoContext given) {
      obligations.set(span, builders.obligations.obligations(given.obligation()));
    } else {
      throw new Unhandled(clause);
    }
  }

  GrantDecl build(List<Annotation> annotations, Identifier name, Span span) {
    return new GrantDecl(
        annotations,
        name,
        emergency.isSet(),
        permits.get(),
        requesters.get(),
        revocableBy.orElse(List.of()),
        needs.orElse(List.of()),
        binds.get(),
        lastsAtMost.get(),
        usesAtMost.get(),
        review.get(),
        obligations.orElse(List.of()),
        span);
  }
}
