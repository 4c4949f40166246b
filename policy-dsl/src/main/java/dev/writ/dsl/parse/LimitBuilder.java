package dev.writ.dsl.parse;

import dev.writ.dsl.ast.Annotation;
import dev.writ.dsl.ast.CalendarUnit;
import dev.writ.dsl.ast.CalendarWindow;
import dev.writ.dsl.ast.DottedPath;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Identifier;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.ast.LimitWindow;
import dev.writ.dsl.ast.RollingWindow;
import dev.writ.dsl.ast.WholeSession;
import dev.writ.dsl.grammar.WritParser.LimitAmountContext;
import dev.writ.dsl.grammar.WritParser.LimitCalendarContext;
import dev.writ.dsl.grammar.WritParser.LimitClauseContext;
import dev.writ.dsl.grammar.WritParser.LimitDeclContext;
import dev.writ.dsl.grammar.WritParser.LimitKeyedContext;
import dev.writ.dsl.grammar.WritParser.LimitRollingContext;
import dev.writ.dsl.grammar.WritParser.LimitRuleContext;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Builds limits. */
final class LimitBuilder {
  private final Builders builders;

  LimitBuilder(Builders builders) {
    this.builders = builders;
  }

  /** Returns the limit, or null after reporting that its amount or key is missing. */
  @Nullable LimitDecl limit(LimitDeclContext context, List<Annotation> annotations) {
    Parts parts = new Parts(new Conditions(builders, context.head()));
    context.clauses.forEach(parts::add);
    Token keyword = context.LIMIT().getSymbol();
    var name = builders.names.ruleName(context.ruleName(), keyword, "limit");
    var head = builders.heads.head(context.head());
    Expression atMost = parts.atMost.get();
    DottedPath key = parts.key.get();
    if (atMost == null || key == null) {
      builders.missing(
          context,
          atMost == null ? "this limit has no amount" : "it is not said for each of what",
          atMost == null ? "add `at most N`" : "add `for each session` or `for each principal`");
      return null;
    }
    Span end = new Span(head.span().end(), head.span().end());
    return new LimitDecl(
        annotations,
        context.OBSERVE() != null,
        name,
        head,
        atMost,
        parts.measure,
        parts.window.orElse(new WholeSession(end)),
        key,
        parts.clauses.condition(),
        parts.clauses.consequence(),
        builders.reporter.span(context));
  }

  /** The clauses of one limit. */
  private final class Parts {
    private final Conditions clauses;
    private final Once<Expression> atMost = new Once<>(builders.reporter, "at most");
    private final Once<LimitWindow> window = new Once<>(builders.reporter, "in");
    private final Once<DottedPath> key = new Once<>(builders.reporter, "for each");
    private @Nullable Expression measure;

    Parts(Conditions clauses) {
      this.clauses = clauses;
    }

    void add(LimitClauseContext clause) {
      Span span = builders.reporter.span(clause);
      if (clause instanceof LimitAmountContext amount) {
        atMost.set(span, builders.literals.number(amount.number()));
        if (amount.operand() != null) {
          measure = builders.expressions.operand(amount.operand());
        }
      } else if (clause instanceof LimitRollingContext rolling) {
        window.set(span, new RollingWindow(builders.times.duration(rolling.duration()), span));
      } else if (clause instanceof LimitCalendarContext calendar) {
        window.set(span, calendar(calendar, span));
      } else if (clause instanceof LimitKeyedContext keyed) {
        key.set(span, builders.names.path(keyed.dotted()));
      } else if (clause instanceof LimitRuleContext rule) {
        clauses.add(rule.ruleClause());
      } else {
        throw new Unhandled(clause);
      }
    }

    private LimitWindow calendar(LimitCalendarContext context, Span span) {
      Identifier unit = builders.names.name(context.unit);
      if (!unit.text().equals("day") && !unit.text().equals("month")) {
        builders.reporter.error(
            DiagnosticCode.UNEXPECTED_TOKEN,
            context.unit,
            "a limit counts each day or each month, not each " + Wording.quote(unit.text()),
            "write `each day(\"UTC\")`, or a rolling window such as `in 1h`");
      }
      return new CalendarWindow(
          unit.text().equals("month") ? CalendarUnit.MONTH : CalendarUnit.DAY,
          builders.names.text(context.string()),
          span);
    }
  }
}
