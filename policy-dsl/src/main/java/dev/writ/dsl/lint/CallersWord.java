package dev.writ.dsl.lint;

import dev.writ.core.ir.Case;
import dev.writ.core.ir.Expr;
import dev.writ.core.ir.IrText;
import dev.writ.core.ir.Slot;
import dev.writ.core.model.EntityTypeDef;
import dev.writ.dsl.ast.Expression;
import dev.writ.dsl.ast.Has;
import dev.writ.dsl.ast.Lacks;
import dev.writ.dsl.ast.Member;
import dev.writ.dsl.source.Diagnostic;
import dev.writ.dsl.source.DiagnosticCode;
import dev.writ.dsl.source.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds permits and grants that read an attribute or the ancestors of an entity of an {@code
 * inline} type: what is not in the store comes with the request, from whoever sends it.
 */
final class CallersWord implements Finding {
  private static final DiagnosticCode CODE = DiagnosticCode.CALLERS_WORD;

  @Override
  public void find(LintedSet set, Consumer<Diagnostic> found) {
    for (Clause clause : set.clauses()) {
      if (clause.permits()) {
        Expr told = told(clause, set);
        if (told != null) {
          found.accept(warning(clause, told));
        }
      }
    }
  }

  private static @Nullable Expr told(Clause clause, LintedSet set) {
    for (Case each : clause.cases()) {
      for (Slot slot : each.slots()) {
        Expr told = new SlotTypes(set.schema(), slot).first(each.condition(), CallersWord::isTold);
        if (told != null) {
          return told;
        }
      }
    }
    return null;
  }

  private static boolean isTold(Expr expr, SlotTypes types) {
    Expr entity = entity(expr);
    return entity != null && types.isEntity(entity, EntityTypeDef::inline);
  }

  /** The entity whose attributes or ancestors an expression reads, or null. */
  private static @Nullable Expr entity(Expr expr) {
    if (expr instanceof Expr.Member member) {
      return member.of();
    }
    if (expr instanceof Expr.Has has) {
      return has.of();
    }
    if (expr instanceof Expr.InEntities in) {
      return in.member();
    }
    return expr instanceof Expr.InEntitySet in ? in.member() : null;
  }

  private static Diagnostic warning(Clause clause, Expr told) {
    return clause
        .text()
        .warning(
            CODE,
            place(clause, told),
            clause.kind().phrase()
                + " rests on `"
                + IrText.of(told)
                + "`, which the caller may send with the request")
        .withHelp(
            "keep such entities in the store and leave out `inline`, or ask what the caller cannot"
                + " choose"
                + Phrases.orAllow(CODE));
  }

  private static Span place(Clause clause, Expr told) {
    if (told instanceof Expr.Member member) {
      return clause.placeOf(each -> isAbout(each, member.name()));
    }
    return told instanceof Expr.Has has
        ? clause.placeOf(each -> isAbout(each, has.name()))
        : clause.place();
  }

  private static boolean isAbout(Expression expression, String field) {
    return (expression instanceof Member member && member.name().text().equals(field))
        || (expression instanceof Has has && has.field().text().equals(field))
        || (expression instanceof Lacks lacks && lacks.field().text().equals(field));
  }
}
