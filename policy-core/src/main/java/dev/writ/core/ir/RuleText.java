package dev.writ.core.ir;

import dev.writ.core.model.Json;
import java.util.List;
import java.util.stream.Collectors;

/** Rules, scopes, labels, limits and invariants as text. */
record RuleText(Lines lines) {

  void rule(Rule rule) {
    String word = rule.effect() == Rule.RuleEffect.PERMIT ? "permit " : "forbid ";
    lines.block(
        observe(rule.observed()) + word + Json.quote(rule.id()),
        () -> {
          lines.annotations(rule.annotations());
          rule.cases().forEach(this::ruleCase);
          if (rule.because() != null) {
            lines.line("because " + Json.quote(rule.because()));
          }
        });
  }

  void scope(Scope scope) {
    lines.block(
        "scope " + scope.id(),
        () -> {
          lines.annotations(scope.annotations());
          scope.subjects().forEach(subject -> lines.line("for " + PatternText.of(subject)));
          if (scope.guard() != null) {
            lines.line("where resource in " + scope.guard());
          }
          if (scope.onlyAsDelegate()) {
            lines.line("only as delegate");
          }
          for (Scope.MayClause clause : scope.clauses()) {
            lines.block(
                clause.asDelegate() ? "may as delegate" : "may",
                () -> clause.cases().forEach(this::ruleCase));
          }
        });
  }

  void label(Label label) {
    lines.block(
        "label " + label.id() + " in module " + Json.quote(label.module()),
        () -> {
          lines.annotations(label.annotations());
          label.cases().forEach(this::ruleCase);
        });
  }

  void limit(Limit limit) {
    lines.block(
        observe(limit.observed())
            + "limit "
            + Json.quote(limit.id())
            + " at most "
            + limit.most()
            + " "
            + window(limit.window()),
        () -> {
          lines.annotations(limit.annotations());
          limit.cases().forEach(this::limitCase);
        });
  }

  private void limitCase(Limit.LimitCase each) {
    lines.block(
        SlotText.of(each.slots()),
        () -> {
          lines.condition("when", each.counts(), Expr.yes());
          lines.condition("unless", each.exempt(), Expr.no());
          lines.line("of " + ExprText.of(each.amount()));
          lines.line("for each " + key(each.key()));
        });
  }

  private static String key(Limit.Key key) {
    return key instanceof Limit.Key.EntityKey entity ? ExprText.of(entity.entity()) : "session";
  }

  private static String window(Limit.Window window) {
    if (window instanceof Limit.Window.Rolling rolling) {
      return "in " + ValueText.duration(rolling.millis());
    }
    if (window instanceof Limit.Window.Calendar calendar) {
      return "each "
          + (calendar.month() ? "month" : "day")
          + "("
          + Json.quote(calendar.zone())
          + ")";
    }
    return "in the session's life";
  }

  void invariant(Invariant invariant) {
    lines.block(
        "invariant " + Json.quote(invariant.id()) + " never permit",
        () -> {
          lines.annotations(invariant.annotations());
          for (Invariant.InvariantCase each : invariant.cases()) {
            lines.block(
                SlotText.of(each.slots()),
                () -> {
                  lines.condition("when", each.when(), Expr.yes());
                  lines.condition("unless", each.unless(), Expr.no());
                });
          }
        });
  }

  void ruleCase(Case each) {
    lines.block(
        SlotText.of(each.slots()),
        () -> {
          lines.condition("when", each.condition(), Expr.yes());
          obligations(each.obligations());
        });
  }

  private void obligations(List<ObligationCall> calls) {
    for (ObligationCall call : calls) {
      String arguments =
          call.arguments().stream().map(ExprText::of).collect(Collectors.joining(", "));
      lines.line("do " + call.name() + "(" + arguments + ")");
    }
  }

  private static String observe(boolean observed) {
    return observed ? "observe " : "";
  }
}
