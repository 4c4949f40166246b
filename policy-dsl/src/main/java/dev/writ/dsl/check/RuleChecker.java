package dev.writ.dsl.check;

import dev.writ.core.model.EntityId;
import dev.writ.dsl.ast.Effect;
import dev.writ.dsl.ast.RuleDecl;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;

/** Checks permits and forbids. */
final class RuleChecker {
  private final SetContext context;
  private final CheckedSink sink;

  RuleChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Declared<RuleDecl> declared) {
    RuleDecl rule = declared.declaration();
    FileScope scope = declared.scope();
    boolean permits = rule.effect() == Effect.PERMIT;
    Problems problems = context.problems(scope);
    if (permits && rule.condition().onlyIfGiven()) {
      problems.error(
          DiagnosticCode.MISPLACED_CLAUSE,
          rule.condition().span(),
          "`only if given` belongs to a forbid",
          "a permit never applies where a field is absent: leave it out");
    }
    EntityId guard = context.guard(scope);
    HeadRules rules = permits ? HeadRules.permitting(guard) : HeadRules.other(guard);
    SpannedHead head =
        context
            .heads()
            .resolve(rule.head(), scope, rule.observed() ? rules.overAllActions() : rules);
    if (head == null || context.isTainted(declared)) {
      return;
    }
    Polarity polarity = permits ? Polarity.WIDENING : Polarity.NARROWING;
    List<CheckedCase> cases =
        context.eachSlot(
            head,
            rule.condition().lets(),
            problems,
            slot ->
                CaseChecker.check(
                    context,
                    slot,
                    rule.condition(),
                    polarity,
                    rule.consequence().obligations(),
                    permits));
    if (problems.count() == 0) {
      sink.rule(new CheckedRule(declared, cases));
    }
  }
}
