package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.ExprChildren;
import dev.writ.core.ir.IrText;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.Type;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Has;
import dev.writ.dsl.ast.Lacks;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds forbids that do not hold, or an alternative of which does not hold, where an optional field
 * or a tag is absent: whoever leaves it out gets past the forbid. A rule that says {@code only if
 * given} means it so.
 */
final class SwitchedOff implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.SWITCHED_OFF;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Clause clause : set.clauses()) {
      if (clause.kind() == Clause.Kind.FORBID && !clause.condition().onlyIfGiven()) {
        Map<String, Expr.Has> fields = new LinkedHashMap<>();
        for (Case each : clause.cases()) {
          collect(each, set, fields);
        }
        fields.values().forEach(field -> found.accept(error(clause, field)));
      }
    }
  }

  private static void collect(Case each, LintedSet set, Map<String, Expr.Has> fields) {
    Expr condition = NegationNormal.of(each.condition());
    for (Slot slot : each.slots()) {
      new SlotTypes(set.schema(), slot)
          .first(
              condition,
              (expr, types) -> {
                if (expr instanceof Expr.Has has
                    && isOptional(has, types)
                    && isSwitchedOff(condition, has)) {
                  fields.putIfAbsent(IrText.of(has), has);
                }
                return false;
              });
    }
  }

  private static boolean isOptional(Expr.Has has, SlotTypes types) {
    Type.Field field = types.field(has.of(), has.name());
    return field != null ? field.optional() : types.of(has.of()) instanceof Type.MapType;
  }

  /** What a condition is where the field is absent and nothing else is known. */
  private enum Truth {
    FALSE,
    TRUE,
    OPEN
  }

  private static Truth absent(Expr condition, Expr.Has field) {
    if (condition.equals(field) || condition.equals(Expr.no())) {
      return Truth.FALSE;
    }
    if (condition.equals(Expr.yes()) || condition.equals(new Expr.Not(field))) {
      return Truth.TRUE;
    }
    if (condition instanceof Expr.And and) {
      return joined(and.operands(), field, Truth.FALSE, Truth.TRUE);
    }
    return condition instanceof Expr.Or or
        ? joined(or.operands(), field, Truth.TRUE, Truth.FALSE)
        : Truth.OPEN;
  }

  private static Truth joined(List<Expr> operands, Expr.Has field, Truth strong, Truth weak) {
    Truth all = weak;
    for (Expr operand : operands) {
      Truth one = absent(operand, field);
      if (one == strong) {
        return strong;
      }
      all = one == weak ? all : Truth.OPEN;
    }
    return all;
  }

  private static boolean isSwitchedOff(Expr condition, Expr.Has field) {
    if (condition instanceof Expr.Quantified quantified) {
      return isSwitchedOff(NegationNormal.of(quantified.body()), field);
    }
    if (absent(condition, field) == Truth.FALSE) {
      return ExprChildren.anyMatch(condition, field::equals);
    }
    if (condition instanceof Expr.And and) {
      return and.operands().stream().anyMatch(operand -> isSwitchedOff(operand, field));
    }
    return condition instanceof Expr.Or or
        && or.operands().stream().noneMatch(operand -> copes(operand, field))
        && or.operands().stream().anyMatch(operand -> isSwitchedOff(operand, field));
  }

  /** Whether an alternative is there for the case that the field is absent. */
  private static boolean copes(Expr alternative, Expr.Has field) {
    Expr lacks = new Expr.Not(field);
    return absent(alternative, field) != Truth.FALSE
        && ExprChildren.anyMatch(alternative, lacks::equals);
  }

  private static Diagnostic error(Clause forbid, Expr.Has field) {
    String lacks = IrText.of(field.of()) + " lacks " + field.name();
    boolean asked = forbid.says(each -> isHas(each, field.name()));
    return Diagnostic.error(
            CODE,
            forbid.text().source(),
            forbid.placeOf(each -> isHas(each, field.name()) || isLacks(each, field.name())),
            "whoever leaves out `" + field.name() + "` gets past this forbid")
        .withHelp(
            (asked ? "write `" + lacks + " or …`" : "let it hold too where `" + lacks + "`")
                + ", make `"
                + field.name()
                + "` required where it can be, or add `only if given` where it is meant so")
        .withFix(LacksInstead.of(forbid, field.name()));
  }

  private static boolean isHas(Expression expression, String field) {
    return expression instanceof Has has && has.field().text().equals(field);
  }

  private static boolean isLacks(Expression expression, String field) {
    return expression instanceof Lacks lacks && lacks.field().text().equals(field);
  }
}
