package dev.writ.dsl.check;

import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.LimitDecl;
import dev.writ.dsl.check.expression.PathExpressions;
import dev.writ.dsl.check.expression.Problems;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks limits: the bound, the window, what is counted and for whom. */
final class LimitChecker {
  private final SetContext context;
  private final CheckedSink sink;

  LimitChecker(SetContext context, CheckedSink sink) {
    this.context = context;
    this.sink = sink;
  }

  void check(Declared<LimitDecl> declared) {
    LimitDecl limit = declared.declaration();
    FileScope scope = declared.scope();
    Problems problems = context.problems(scope);
    LimitBound bound = LimitBound.of(limit, problems);
    consequence(limit, problems);
    limit.window().accept(new LimitWindows(limit, problems));
    HeadRules rules = HeadRules.other(context.guard(scope));
    SpannedHead head = context.heads().resolve(limit.head(), scope, rules);
    if (head == null || context.isTainted(declared)) {
      return;
    }
    List<CheckedLimit.Case> cases =
        context.eachSlot(
            head, limit.condition().lets(), problems, slot -> slotCase(slot, limit, bound));
    if (problems.count() == 0 && bound != null) {
      sink.limit(new CheckedLimit(declared, bound.most(), cases));
    }
  }

  private static void consequence(LimitDecl limit, Problems problems) {
    boolean says =
        limit.consequence().because() != null || !limit.consequence().obligations().isEmpty();
    if (says) {
      problems.error(
          DiagnosticCode.MISPLACED_CLAUSE,
          limit.consequence().span(),
          "a limit takes neither `because` nor `do`",
          "leave them out: the decision says which limit was reached");
    }
  }

  private static CheckedLimit.Case slotCase(
      SlotExpressions slot, LimitDecl limit, @Nullable LimitBound bound) {
    SlotExpressions.Conditioned conditioned = slot.condition(limit.condition(), Polarity.NARROWING);
    SlotExpressions counted = conditioned.whenHolds();
    return new CheckedLimit.Case(
        slot.slot(),
        conditioned.condition(),
        limit.measure() == null ? null : amount(limit.measure(), counted, bound),
        isSession(limit) ? null : key(limit, counted));
  }

  /** Returns whether a limit counts for each session. */
  static boolean isSession(LimitDecl limit) {
    return limit.key().text().equals("session");
  }

  private static @Nullable CheckedExpression amount(
      Expression measure, SlotExpressions slot, @Nullable LimitBound bound) {
    CheckedExpression amount = slot.value(measure, null);
    if (amount == null || bound == null || amount.type() == bound.type()) {
      return amount;
    }
    boolean number = amount.type() == Type.Scalar.INT || amount.type() == Type.Scalar.DECIMAL;
    slot.problems()
        .error(
            DiagnosticCode.INVALID_LIMIT_AMOUNT,
            measure.span(),
            "this is of type `" + amount.type() + "`, and the bound of type `" + bound.type() + "`",
            number
                ? "write the bound as a `" + amount.type() + "`"
                : "sum up an `Int` or a `Decimal`");
    return null;
  }

  private static @Nullable CheckedExpression key(LimitDecl limit, SlotExpressions slot) {
    CheckedExpression key = slot.value(PathExpressions.of(limit.key()), null);
    if (key == null || key.type() instanceof Type.EntityType) {
      return key;
    }
    slot.problems()
        .error(
            DiagnosticCode.INVALID_LIMIT_KEY,
            limit.key().span(),
            "`" + limit.key().text() + "` is of type `" + key.type() + "`, not an entity",
            "count for each `session`, `principal`, `origin`, `resource` or an entity they name");
    return null;
  }
}
