package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.Effect;
import dev.writ.dsl.ast.Head;
import dev.writ.dsl.ast.InvariantDecl;
import dev.writ.dsl.ast.LabelDecl;
import dev.writ.dsl.ast.LetDecl;
import dev.writ.dsl.ast.MayClause;
import dev.writ.dsl.ast.OnlyAsDelegate;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.ast.ScopeClause;
import dev.writ.dsl.ast.ScopeDecl;
import dev.writ.dsl.ast.SuspendDecl;
import dev.writ.dsl.ast.TypePattern;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.DelegateOnlyContext;
import dev.writ.dsl.grammar.WritParser.InvariantDeclContext;
import dev.writ.dsl.grammar.WritParser.LabelDeclContext;
import dev.writ.dsl.grammar.WritParser.LetDeclContext;
import dev.writ.dsl.grammar.WritParser.MayContext;
import dev.writ.dsl.grammar.WritParser.RuleDeclContext;
import dev.writ.dsl.grammar.WritParser.ScopeClauseContext;
import dev.writ.dsl.grammar.WritParser.ScopeDeclContext;
import dev.writ.dsl.grammar.WritParser.SuspendDeclContext;
import dev.writ.dsl.source.Span;
import java.util.List;

/** Builds permits, forbids, scopes, lets, labels, invariants and suspensions. */
final class RuleBuilder {
  private final Builders builders;

  RuleBuilder(Builders builders) {
    this.builders = builders;
  }

  RuleDecl rule(RuleDeclContext context, List<Annotation> annotations) {
    boolean permits = context.effect.getType() == WritLexer.PERMIT;
    String noun = context.effect.getText();
    QuotedText name = builders.names.ruleName(context.ruleName(), context.effect, noun);
    Head head =
        permits
            ? builders.heads.wholeHead(context.head(), noun)
            : builders.heads.head(context.head());
    Conditions clauses = new Conditions(builders, context.head()).addAll(context.clauses);
    return new RuleDecl(
        annotations,
        context.OBSERVE() != null,
        permits ? Effect.PERMIT : Effect.DENY,
        name,
        head,
        clauses.condition(),
        clauses.consequence(),
        builders.reporter.span(context));
  }

  ScopeDecl scope(ScopeDeclContext context, List<Annotation> annotations) {
    return new ScopeDecl(
        annotations,
        builders.names.name(context.name()),
        builders.heads.patterns(context.typePatterns()),
        context.clauses.stream().map(this::clause).toList(),
        builders.reporter.span(context));
  }

  private ScopeClause clause(ScopeClauseContext context) {
    Span span = builders.reporter.span(context);
    if (context instanceof DelegateOnlyContext) {
      return new OnlyAsDelegate(span);
    } else if (context instanceof MayContext may) {
      Conditions clauses = new Conditions(builders, may.head()).addAll(may.clauses);
      return new MayClause(
          may.DELEGATE() != null,
          builders.heads.head(may.head()),
          clauses.conditionOnly("a `may`"),
          span);
    }
    throw new Unhandled(context);
  }

  LetDecl let(LetDeclContext context, List<Annotation> annotations) {
    return new LetDecl(
        annotations,
        builders.names.name(context.name()),
        builders.heads.head(context.head()),
        builders.expressions.expression(context.expression()),
        builders.reporter.span(context));
  }

  LabelDecl label(LabelDeclContext context, List<Annotation> annotations) {
    Conditions clauses = new Conditions(builders, context.head()).addAll(context.clauses);
    return new LabelDecl(
        annotations,
        builders.names.name(context.name()),
        builders.heads.head(context.head()),
        clauses.conditionOnly("a label"),
        builders.reporter.span(context));
  }

  InvariantDecl invariant(InvariantDeclContext context, List<Annotation> annotations) {
    Conditions clauses = new Conditions(builders, context.head()).addAll(context.clauses);
    return new InvariantDecl(
        annotations,
        builders.names.ruleName(context.ruleName(), context.getStart(), "invariant"),
        builders.heads.head(context.head()),
        clauses.conditionOnly("an invariant"),
        builders.reporter.span(context));
  }

  SuspendDecl suspend(SuspendDeclContext context, List<Annotation> annotations) {
    List<TypePattern> lifted =
        context.lifted == null ? List.of() : builders.heads.patterns(context.lifted);
    return new SuspendDecl(
        annotations,
        builders.heads.patterns(context.subjects),
        builders.heads.patterns(context.by),
        lifted,
        builders.reporter.span(context));
  }
}
