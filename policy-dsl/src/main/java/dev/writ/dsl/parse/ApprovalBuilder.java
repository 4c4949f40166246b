package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.ApprovalDecl;
import dev.writ.dsl.ast.ApprovalTerms;
import dev.writ.dsl.ast.ConfirmationDecl;
import dev.writ.dsl.ast.Review;
import dev.writ.dsl.grammar.WritParser.ApprovalBlockContext;
import dev.writ.dsl.grammar.WritParser.ApprovalDeclContext;
import dev.writ.dsl.grammar.WritParser.ConfirmationDeclContext;
import dev.writ.dsl.grammar.WritParser.ReviewWithinContext;
import dev.writ.dsl.source.Span;
import java.util.List;

/** Builds approvals, confirmations and the reviews of grants. */
final class ApprovalBuilder {
  private final Builders builders;

  ApprovalBuilder(Builders builders) {
    this.builders = builders;
  }

  ApprovalDecl approval(ApprovalDeclContext context, List<Annotation> annotations) {
    ApprovalClauses clauses = clauses(context.approvalBlock(), ApprovalClauses.Kind.APPROVAL);
    return new ApprovalDecl(
        annotations,
        builders.names.name(context.name()),
        builders.heads.head(context.head()),
        clauses.quorum(),
        clauses.exclusions(),
        terms(clauses, context.approvalBlock()),
        builders.reporter.span(context));
  }

  ConfirmationDecl confirmation(ConfirmationDeclContext context, List<Annotation> annotations) {
    ApprovalClauses clauses = clauses(context.approvalBlock(), ApprovalClauses.Kind.CONFIRMATION);
    return new ConfirmationDecl(
        annotations,
        builders.names.name(context.name()),
        builders.heads.head(context.head()),
        terms(clauses, context.approvalBlock()),
        builders.reporter.span(context));
  }

  Review review(ReviewWithinContext context) {
    ApprovalClauses clauses = clauses(context.approvalBlock(), ApprovalClauses.Kind.REVIEW);
    return new Review(
        builders.times.duration(context.duration()),
        clauses.quorum(),
        clauses.exclusions(),
        builders.reporter.span(context));
  }

  private ApprovalClauses clauses(ApprovalBlockContext block, ApprovalClauses.Kind kind) {
    ApprovalClauses clauses = new ApprovalClauses(builders, kind);
    block.clauses.forEach(clauses::add);
    return clauses;
  }

  private ApprovalTerms terms(ApprovalClauses clauses, ApprovalBlockContext block) {
    Span span = builders.reporter.span(block);
    return clauses.terms(span);
  }
}
