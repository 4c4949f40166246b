package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Condition;
import dev.writ.dsl.ast.Consequence;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.LocalLet;
import dev.writ.dsl.ast.ObligationCall;
import dev.writ.dsl.ast.QuotedText;
import dev.writ.dsl.grammar.WritParser.BecauseClauseContext;
import dev.writ.dsl.grammar.WritParser.DoClauseContext;
import dev.writ.dsl.grammar.WritParser.LetClauseContext;
import dev.writ.dsl.grammar.WritParser.OnlyIfGivenClauseContext;
import dev.writ.dsl.grammar.WritParser.RuleClauseContext;
import dev.writ.dsl.grammar.WritParser.UnlessClauseContext;
import dev.writ.dsl.grammar.WritParser.WhenClauseContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Collects the clauses of one rule, in whatever order they stand. */
final class Conditions {
  private final Builders builders;
  private final Span behindHead;
  private final List<LocalLet> lets = new ArrayList<>();
  private final Once<Expression> when;
  private final Once<Expression> unless;
  private final Once<Boolean> onlyIfGiven;
  private final Once<QuotedText> because;
  private final Once<List<ObligationCall>> obligations;
  private @Nullable Span condition;
  private @Nullable Span consequence;

  /** Starts with no clause; {@code head} is what they stand behind. */
  Conditions(Builders builders, ParserRuleContext head) {
    this.builders = builders;
    Reporter reporter = builders.reporter;
    int end = reporter.span(head).end();
    this.behindHead = new Span(end, end);
    this.when = new Once<>(reporter, "when", "join the conditions with `and` or `or`");
    this.unless = new Once<>(reporter, "unless", "join the conditions with `and` or `or`");
    this.onlyIfGiven = new Once<>(reporter, "only if given");
    this.because = new Once<>(reporter, "because");
    this.obligations = new Once<>(reporter, "do", "write all obligations in one list");
  }

  Conditions addAll(List<RuleClauseContext> clauses) {
    clauses.forEach(this::add);
    return this;
  }

  void add(RuleClauseContext clause) {
    Span span = builders.reporter.span(clause);
    if (clause instanceof LetClauseContext let) {
      Expression value = builders.expressions.expression(let.expression());
      lets.add(new LocalLet(builders.names.name(let.name()), value, span));
    } else if (clause instanceof WhenClauseContext given) {
      when.set(span, builders.expressions.condition(given.condition()));
    } else if (clause instanceof UnlessClauseContext given) {
      unless.set(span, builders.expressions.condition(given.condition()));
    } else if (clause instanceof OnlyIfGivenClauseContext) {
      onlyIfGiven.set(span, true);
    } else {
      addConsequence(clause, span);
      return;
    }
    condition = condition == null ? span : condition.to(span);
  }

  private void addConsequence(RuleClauseContext clause, Span span) {
    if (clause instanceof BecauseClauseContext given) {
      because.set(span, builders.names.text(given.string()));
    } else if (clause instanceof DoClauseContext given) {
      obligations.set(span, builders.obligations.obligations(given.obligation()));
    } else {
      throw new Unhandled(clause);
    }
    consequence = consequence == null ? span : consequence.to(span);
  }

  Condition condition() {
    return new Condition(
        lets,
        when.get(),
        unless.get(),
        onlyIfGiven.isSet(),
        Objects.requireNonNullElse(condition, behindHead));
  }

  Consequence consequence() {
    return new Consequence(
        because.get(),
        obligations.orElse(List.of()),
        Objects.requireNonNullElse(consequence, behindHead));
  }

  /** Returns the condition where {@code because} and {@code do} do not belong. */
  Condition conditionOnly(String noun) {
    if (consequence != null) {
      builders.reporter.error(
          DiagnosticCode.MISPLACED_CLAUSE,
          consequence,
          noun + " takes no `because` and no `do`",
          "leave them out: they belong to permits and forbids");
    }
    return condition();
  }
}
