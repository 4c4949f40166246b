package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Effect;
import dev.writ.dsl.ast.Expect;
import dev.writ.dsl.ast.ExpectedRemedy;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.ObligationCall;
import dev.writ.dsl.ast.QualifiedName;
import dev.writ.dsl.ast.RemedyKind;
import dev.writ.dsl.ast.RemedyStep;
import dev.writ.dsl.ast.RuleReference;
import dev.writ.dsl.grammar.WritLexer;
import dev.writ.dsl.grammar.WritParser.ExpectNoRemedyContext;
import dev.writ.dsl.grammar.WritParser.ExpectObligationContext;
import dev.writ.dsl.grammar.WritParser.ExpectRemedyContext;
import dev.writ.dsl.grammar.WritParser.ExpectRuleContext;
import dev.writ.dsl.grammar.WritParser.ExpectStatementContext;
import dev.writ.dsl.grammar.WritParser.ExpectationContext;
import dev.writ.dsl.grammar.WritParser.NamedRuleContext;
import dev.writ.dsl.grammar.WritParser.QuotedRuleContext;
import dev.writ.dsl.grammar.WritParser.RemedyStepContext;
import dev.writ.dsl.grammar.WritParser.RuleReferenceContext;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Builds the expectations of tests. */
final class ExpectBuilder {
  private final Builders builders;

  ExpectBuilder(Builders builders) {
    this.builders = builders;
  }

  Expect expect(ExpectStatementContext context) {
    List<RuleReference> rules = new ArrayList<>();
    List<ObligationCall> obligations = new ArrayList<>();
    List<ExpectedRemedy> remedies = new ArrayList<>();
    boolean noRemedy = false;
    for (ExpectationContext item : context.items) {
      if (item instanceof ExpectRuleContext rule) {
        rules.add(rule(rule.ruleReference()));
      } else if (item instanceof ExpectObligationContext obligation) {
        obligations.add(builders.obligations.obligation(obligation.obligation()));
      } else if (item instanceof ExpectRemedyContext remedy) {
        remedies.add(remedy(remedy));
      } else if (item instanceof ExpectNoRemedyContext) {
        noRemedy = true;
      } else {
        throw new Unhandled(item);
      }
    }
    checkRemedies(context, remedies, noRemedy);
    Identifier reason = context.reason == null ? null : builders.names.name(context.reason);
    return new Expect(
        context.AUTHORIZE() != null,
        builders.names.name(context.name(0)),
        context.effect.getType() == WritLexer.PERMIT ? Effect.PERMIT : Effect.DENY,
        reason,
        rules,
        obligations,
        remedies,
        noRemedy,
        builders.reporter.span(context));
  }

  private void checkRemedies(
      ExpectStatementContext context, List<ExpectedRemedy> remedies, boolean noRemedy) {
    if (noRemedy && !remedies.isEmpty()) {
      builders.misplaced(context, "a remedy and none are expected at once", "delete one of them");
    }
  }

  private ExpectedRemedy remedy(ExpectRemedyContext context) {
    List<RemedyStep> steps = context.remedyStep().stream().map(this::step).toList();
    return new ExpectedRemedy(steps, builders.reporter.span(context));
  }

  private RemedyStep step(RemedyStepContext context) {
    RemedyKind kind = RemedyKind.valueOf(context.kind.getText().toUpperCase(Locale.ROOT));
    QualifiedName name = builders.names.qualified(context.qualifiedName());
    return new RemedyStep(kind, name, builders.reporter.span(context));
  }

  private RuleReference rule(RuleReferenceContext context) {
    Span span = builders.reporter.span(context);
    if (context instanceof QuotedRuleContext quoted) {
      QualifiedName module =
          quoted.name() == null
              ? null
              : builders.names.qualified(quoted, quoted.name().getStart(), quoted.word());
      return new RuleReference(module, builders.names.text(quoted.string()).value(), true, span);
    } else if (context instanceof NamedRuleContext named) {
      QualifiedName name = builders.names.qualified(named.qualifiedName());
      return new RuleReference(moduleOf(name), name.last().text(), false, span);
    }
    throw new Unhandled(context);
  }

  private static @Nullable QualifiedName moduleOf(QualifiedName name) {
    int last = name.parts().size() - 1;
    return last == 0 ? null : new QualifiedName(name.parts().subList(0, last), name.span());
  }
}
